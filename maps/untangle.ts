/** An end card in a column, and how high the ways stand where they set out for it. */
export type EndCard = { readonly y: number; readonly height: number; readonly arrivals: readonly number[] };

/**
 * Puts end cards that stand below each other in the order in which their ways arrive, so that the ways
 * cross less. The layout does not know at which line of a card a way begins, so to it every order of such
 * cards is as good.
 * Takes the cards of one run from top to bottom; gives the same cards in their new order with their new
 * heights, or as they were when that crosses no less.
 */
export function untangle<T extends EndCard>(run: readonly T[]): T[] {
  const sorted = [...run].sort((one, other) => mean(one.arrivals) - mean(other.arrivals));
  if (crossings(sorted) >= crossings(run)) return [...run];
  const gaps = run.map((card, index) => (run[index + 1]?.y ?? 0) - card.y - card.height);
  let y = run[0]?.y ?? 0;
  return sorted.map((card, index) => {
    const moved = { ...card, y };
    y += card.height + (gaps[index] ?? 0);
    return moved;
  });
}

/** How many pairs of ways cross: one sets out lower and arrives higher. */
function crossings(cards: readonly EndCard[]): number {
  const starts = cards.flatMap(({ arrivals }, order) => arrivals.map((y) => ({ y, order })));
  return starts.reduce(
    (sum, one) => sum + starts.filter((other) => one.y > other.y && one.order < other.order).length,
    0,
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
