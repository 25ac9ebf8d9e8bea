import type { MarkedText } from '../../../core/contract/search.ts';

/** A text in which the words that were asked for are marked. */
export function Marked({ text: { text, marks } }: { readonly text: MarkedText }) {
  const parts = marks.flatMap(({ start, end }, index) => [
    { isMarked: false, part: text.slice(marks[index - 1]?.end ?? 0, start) },
    { isMarked: true, part: text.slice(start, end) },
  ]);
  const rest = text.slice(marks.at(-1)?.end ?? 0);
  return (
    <>
      {parts.map(({ isMarked, part }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
        isMarked ? <mark key={index}>{part}</mark> : part,
      )}
      {rest}
    </>
  );
}
