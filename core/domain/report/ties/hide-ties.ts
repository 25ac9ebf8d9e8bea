import { isSmall, THRESHOLD } from '../suppression/protect.ts';
import { reachOfSum, type ToldSum, type ToldSums } from './told-sums.ts';

/**
 * Hides what else must be hidden, so that nobody reckons back a small number who knows which values come together: each can be THRESHOLD at
 * least, and its least and most are THRESHOLD apart (as in `protect`). Hides low numbers before high ones, and no more than it takes;
 * `mayHide` says which may be. Always the same for the same sums.
 */
export function hideTies(
  told: ToldSums,
  mayHide: (sum: ToldSum) => boolean,
  near: (sum: ToldSum) => readonly ReadonlySet<number>[],
): void {
  const small = told.sums.filter(({ count, shown, of }) => !shown && isSmall(count) && of.length > 0);
  for (const sum of small) {
    const around = near(sum);
    if (isOpen(told, sum, around)) continue;
    const shown = told.sums.filter((each) => each.shown && mayHide(each));
    let costly = shown.sort((one, other) => one.count - other.count || (one.name < other.name ? -1 : 1));
    show(costly, costly.length);
    // All that may be hidden is, and that is not enough: nothing else is left to hide for any other.
    if (!isOpen(told, sum, around)) return;
    // Of the shortest row of the cheapest that is enough, the last is needed: it stays hidden. And so on with those before it.
    do {
      const enough = fewest(costly, () => isOpen(told, sum, around));
      costly = costly.slice(0, enough).slice(0, -1);
      show(costly, 0);
    } while (costly.length > 0 && !isOpen(told, sum, around));
  }
}

/** How many of these, of which all are enough, must be hidden for it to be enough, from the first on. They are hidden afterwards. */
function fewest(sums: readonly ToldSum[], isEnough: () => boolean): number {
  let [low, high] = [1, sums.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    show(sums, middle);
    if (isEnough()) high = middle;
    else low = middle + 1;
  }
  show(sums, high);
  return high;
}

/** Shows all of these but so many. */
function show(sums: readonly ToldSum[], hidden: number): void {
  sums.forEach((sum, index) => {
    sum.shown = index >= hidden;
  });
}

function isOpen(told: ToldSums, sum: ToldSum, around: readonly ReadonlySet<number>[]): boolean {
  return around.some((among) => {
    const reach = reachOfSum(told, sum, among, sum.count + THRESHOLD);
    return reach !== undefined && reach.most >= THRESHOLD && reach.most - reach.least >= THRESHOLD;
  });
}
