/** A word without one of its letters, each way once, and the word itself: what it shares with its misspellings. */
export function deletionsOf(word: string): string[] {
  const letters = [...word];
  const shorter = letters.map((_, at) => letters.slice(0, at).join('') + letters.slice(at + 1).join(''));
  return [...new Set([word, ...shorter])];
}

/**
 * How many slips of the finger lie between two words: a letter too many, too few, another one, or two that changed
 * places. Counts up to `most`; beyond that it gives `most + 1`. (Optimal string alignment.)
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last: number[] = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let slips = Math.min(
        (last[column] as number) + 1,
        (now[column - 1] as number) + 1,
        (last[column - 1] as number) + same,
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        slips = Math.min(slips, (before[column - 2] as number) + 1);
      now.push(slips);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return Math.min(last[other.length] as number, most + 1);
}

/** A number for a text, the same on every machine (FNV-1a, 32 bits). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
