import { withoutHours } from './note-times.ts';

/** Digits, as people write them: with a space, dot, hyphen or slash between some of them, or a hyphen between spaces (06 - 12…). */
const DIGITS = /\d(?:[ .\-/()_]{0,3}\d)*/g;
/** What parts the groups of one number, and also a time, a day of a month, a case of a year: 14.30, 12-03, 2026-1345. */
const TIGHT = /^[.\-/_]$/;
/** So many digits without a sign are no part of a time or a day. */
const LONG_GROUP = /\d{6}/;
/** The longest number that is looked for has so many digits: 0031 and nine. */
const MOST_GROUPS = 13;

/** The digits that stand together in a note, with all that is written against them; no opening hours. */
export function runsIn(text: string): string[] {
  return [...withoutHours(text).matchAll(DIGITS)].map(([run]) => digitsOf(run));
}

/**
 * The digits of whatever may be one number in a note: in "12 06-12345678" there may be two. It begins and ends where there is room, or a
 * sign that parts no times and days. With a long group in it, it may begin elsewhere too: of "12-03 14.30-16.00" nothing from 03 on is a
 * phone number, and "1.0612345678" has one.
 */
export function stretchesIn(text: string, written = DIGITS): string[] {
  return [...text.matchAll(written)].flatMap(([run]) => {
    const groups = [...run.matchAll(/\d+/g)];
    const starts = groups.map(({ index }) => index);
    const ends = groups.map(({ index, 0: digits }) => index + digits.length);
    return starts.flatMap((start, at) =>
      ends.slice(at, at + MOST_GROUPS).flatMap((end, more) => {
        const before = run.slice(ends[at - 1] ?? start, start);
        const after = run.slice(end, starts[at + more + 1] ?? end);
        const stretch = run.slice(start, end);
        const isApart = (!TIGHT.test(before) && !TIGHT.test(after)) || LONG_GROUP.test(stretch);
        // Not the hours of a day: 09.00-12.00 would be one from a zero.
        return isApart && /\d/.test(withoutHours(stretch)) ? [digitsOf(stretch)] : [];
      }),
    );
  });
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
