/** A number as it may be seen: itself; that it is between 1 and 4; or nothing, because another one would follow from it. */
export type Shown = number | 'few' | 'hidden';

/** Fewer than this, and somebody might be known by it. */
export const LEAST_SHOWN = 5;

/** A number that stands alone: nothing else adds up to it. Nobody is nothing to hide. */
export function suppressNumber(number: number): Shown {
  return number > 0 && number < LEAST_SHOWN ? 'few' : number;
}

/**
 * Parts that add up to a total. Small ones are not told, and as many others are hidden, the smallest first, as it takes to let
 * none of the small ones be found by subtraction; where there are not enough others, the total is.
 */
export function suppressParts(
  parts: readonly number[],
  total: number,
): { readonly parts: readonly Shown[]; readonly total: Shown } {
  const shown: Shown[] = parts.map(suppressNumber);
  if (suppressNumber(total) !== total) return { parts: shown, total: 'few' };
  const small = parts.filter((part) => suppressNumber(part) === 'few');
  if (small.length === 0) return { parts: shown, total };
  const large = parts
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => part >= LEAST_SHOWN)
    .sort((one, other) => one.part - other.part);
  const hidden: number[] = [];
  while (isFound(small, hidden)) {
    const next = large.shift();
    if (next === undefined) return { parts: shown, total: 'hidden' };
    shown[next.index] = 'hidden';
    hidden.push(next.part);
  }
  return { parts: shown, total };
}

/**
 * Does what is not told follow from its sum? Of a small part everybody knows that it is from 1 to 4, and of a hidden one that it
 * is 5 or more: it follows when there is one of them, or when the sum is the least or the most that they can be.
 */
function isFound(small: readonly number[], hidden: readonly number[]): boolean {
  const sum = [...small, ...hidden].reduce((all, part) => all + part, 0);
  const least = small.length + hidden.length * LEAST_SHOWN;
  const most = hidden.length > 0 ? Number.POSITIVE_INFINITY : small.length * (LEAST_SHOWN - 1);
  return small.length + hidden.length < 2 || sum <= least || sum >= most;
}
