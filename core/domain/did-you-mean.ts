/**
 * The candidate that a mistyped word was probably meant to be; undefined when none comes near.
 * First the smallest edit distance (a longer word may have more mistakes); then a candidate that starts with
 * the word, or has it as a part ("misschien" for "misschien-huurtoeslag"). The first of equals wins.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase();
  const known = [...candidates];
  let best: string | undefined;
  let least = mistakesAllowed(wanted) + 1;
  for (const candidate of known) {
    // Words whose lengths differ more than that cannot be nearer; most candidates are passed over here.
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  if (best !== undefined || wanted.length < 3) return best;
  return (
    known.find((candidate) => candidate.toLowerCase().startsWith(wanted)) ??
    known.find((candidate) =>
      candidate
        .toLowerCase()
        .split(/[-._/ ]/)
        .includes(wanted),
    )
  );
}

/** How many mistakes a word may have: 1 up to four letters, then one more for every three, at most 4. */
function mistakesAllowed(word: string): number {
  return Math.min(4, Math.max(1, Math.floor((word.length + 1) / 3)));
}

/**
 * The number of letters to add, drop, change or swap with a neighbour that turns `from` into `to`:
 * the Damerau-Levenshtein distance in its restricted form (no letter is touched twice).
 */
export function editDistance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now[column] = Math.min(
        at(back, column) + 1,
        at(now, column - 1) + 1,
        at(back, column - 1) + (same ? 0 : 1),
        swapped ? at(twoBack, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [twoBack, back] = [back, now];
  }
  return at(back, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] as number;
}
