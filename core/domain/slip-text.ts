import type { Slip, SlipItem, SlipSection } from './slip.ts';

/** A line, and how soon it may be left out: the highest rank goes first. */
type Line = { readonly text: string; readonly rank: number };
/** Lines under a heading, which goes with the last of them. */
type Group = { readonly heading: string | undefined; readonly lines: readonly Line[] };

const NEEDED = 0;
const HELPFUL = 1;
const DETAIL = 2;
const EXPLANATION = 3;

/**
 * A slip as plain text of at most so many bytes in UTF-8. When it is too long, explanations are left out first, from the
 * end, then details; what came out, the steps, whom to call and where to go stay. One that is longer even so is cut.
 */
export function slipText(slip: Slip, mostBytes: number): string {
  const groups: Group[] = [
    {
      heading: undefined,
      lines: [line(slip.title.text, NEEDED), line(slip.lead.text, DETAIL), line(slip.notice?.text, HELPFUL)],
    },
    ...slip.sections.map(groupOf),
    { heading: undefined, lines: [line(slip.checked?.text, DETAIL), line(slip.desk.text, HELPFUL)] },
  ];
  const whole = groups.map((group) => ({ ...group, lines: group.lines.filter(({ text }) => text !== '') }));
  const going = whole
    .flatMap(({ lines }) => lines)
    .reverse()
    .filter(({ rank }) => rank > NEEDED)
    .sort((one, other) => other.rank - one.rank);
  const without = (count: number) => {
    const gone = new Set(going.slice(0, count));
    return joined(whole.map((group) => ({ ...group, lines: group.lines.filter((each) => !gone.has(each)) })));
  };
  // As few go as must. A service with hundreds of places has thousands of lines, so they are not let go one by one.
  let [few, enough] = [0, going.length];
  while (few < enough) {
    const middle = Math.floor((few + enough) / 2);
    if (bytesIn(without(middle)) <= mostBytes) enough = middle;
    else few = middle + 1;
  }
  const text = without(few);
  return bytesIn(text) <= mostBytes ? text : cut(text, mostBytes);
}

/** How many bytes a text takes in UTF-8. */
export function bytesIn(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function groupOf({ kind, heading, items }: SlipSection): Group {
  const name = heading === undefined ? undefined : `${heading.text}:`;
  if (kind === 'contacts' || kind === 'places') {
    const rank = kind === 'contacts' ? NEEDED : HELPFUL;
    return { heading: name, lines: items.flatMap((item) => contactLines(item, rank)) };
  }
  const mark = (index: number) => (kind === 'steps' ? `${index + 1}. ` : kind === 'list' ? '- ' : '');
  return {
    heading: name,
    lines: items.flatMap(({ title, text, note }, index) => {
      const said = withNote(text?.text, note?.text);
      if (title === undefined)
        return [line(said && mark(index) + said, kind === 'text' || kind === 'hours' ? EXPLANATION : DETAIL)];
      // What a price is for says nothing without the price.
      if (kind === 'text') return [line(said ? `${title.text}: ${said}` : title.text, HELPFUL)];
      return [line(mark(index) + title.text, kind === 'steps' ? NEEDED : HELPFUL), line(said, EXPLANATION)];
    }),
  };
}

/** A text with its note on one line: a price never loses its condition alone, nor a closed day the reason. */
function withNote(text: string | undefined, note: string | undefined): string | undefined {
  return text !== undefined && note !== undefined ? `${text} (${note})` : (text ?? note);
}

/** Where it is stands on one line with the name and the number: none of them goes before the others. */
function contactLines({ title, place, text, phone, phoneNote, note, site }: SlipItem, rank: number): Line[] {
  const called = phone === undefined ? undefined : phoneNote ? `${phone} (${phoneNote.text})` : phone;
  const whom = [title?.text, place?.text, called, site].filter((part) => part !== undefined).join(', ');
  // Of a place that is near it is a warning, as that it is elsewhere this week: never gone before where to go.
  const warns = rank === HELPFUL;
  return [
    line(warns ? withNote(whom, note?.text) : whom, rank),
    line(warns ? undefined : note?.text, DETAIL),
    line(text?.text, EXPLANATION),
  ];
}

function line(text: string | undefined, rank: number): Line {
  return { text: text ?? '', rank };
}

function joined(groups: readonly Group[]): string {
  return groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => [
      ...(heading === undefined ? [] : [heading]),
      ...lines.map(({ text }) => text),
    ])
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function cut(text: string, mostBytes: number): string {
  const end = '…';
  let kept = '';
  let bytes = bytesIn(end);
  for (const sign of text) {
    bytes += bytesIn(sign);
    if (bytes > mostBytes) break;
    kept += sign;
  }
  return kept.trimEnd() + end;
}
