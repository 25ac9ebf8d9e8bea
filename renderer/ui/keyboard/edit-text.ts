import { MOST_TYPED } from '../../../core/domain/most-typed.ts';

/** A text that is being typed, and what is selected in it; with nothing selected, `from` and `to` are the caret. */
export type Typed = { readonly text: string; readonly from: number; readonly to: number };

/** The text after something was typed in place of the selection. What does not fit any more is not taken. */
export function insert({ text, from, to }: Typed, sign: string): Typed {
  const after = text.slice(0, from) + sign + text.slice(to);
  if (after.length > MOST_TYPED) return { text, from, to };
  return { text: after, from: from + sign.length, to: from + sign.length };
}

/** The text without the selection, or without the character before the caret: whole, with the marks that it carries. */
export function removeBefore({ text, from, to }: Typed): Typed {
  if (from === to) return cut(text, from - lengthOfLast(text.slice(0, from)), to);
  return cut(text, from, to);
}

/** The text with the character before the caret made into another one: an accent was chosen for it. */
export function replaceBefore(typed: Typed, sign: string): Typed {
  const without = removeBefore({ ...typed, from: typed.to });
  const after = insert(without, sign);
  // What does not fit leaves the character that it was chosen for where it was.
  return after.text === without.text ? typed : after;
}

function cut(text: string, from: number, to: number): Typed {
  return { text: text.slice(0, from) + text.slice(to), from, to: from };
}

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function lengthOfLast(text: string): number {
  return [...CHARACTERS.segment(text)].at(-1)?.segment.length ?? 0;
}
