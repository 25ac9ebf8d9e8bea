import type { Place } from '../suppression/place-tree.ts';
import { THRESHOLD } from '../suppression/protect.ts';
import type { Kind } from './asked-question.ts';
import type { ToldSum, ToldSums } from './told-sums.ts';

/** So many branches beside the first, and so many anywhere; more where those have so few questions that they leave nobody in doubt. */
const OTHERS = 2;
const ENOUGH = 2 * THRESHOLD;

/**
 * Among which kinds to look for what else a sum could be: at the largest branch in it; and then also at those branches of which least is
 * told, for there most can be moved. A branch at which nobody asked has no kinds but those of the sum. To look among all kinds finds more, and
 * takes too long.
 */
export function nearOf(
  sum: ToldSum,
  told: ToldSums,
  kinds: readonly Kind[],
  places: readonly Place[],
): ReadonlySet<number>[] {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const own = new Set(sum.of.map((kind) => kinds[kind]?.branch));
  const branches = branchesOf(told, kinds);
  const [first] = branches.filter(({ id }) => own.has(id)).sort((one, other) => other.size - one.size);
  const others = branches.filter(({ id }) => id !== first?.id);
  const beside = others.filter(({ id }) => parents.get(id) === parents.get(first?.id ?? ''));
  const wide = new Set([...enoughOf(beside), ...enoughOf(others)].map(({ id }) => id));
  const wanted = new Set(sum.of);
  const among = (isIn: (kind: Kind) => boolean) =>
    new Set(
      kinds.flatMap((kind, index) =>
        isIn(kind) || (wanted.has(index) && kind.branch === first?.id) ? [index] : [],
      ),
    );
  return [
    among(({ branch, number }) => branch === first?.id && number > 0),
    among(({ branch, number }) => branch === first?.id || (wide.has(branch) && number > 0)),
  ];
}

/** The first few, and those after them until there are questions enough to be moved. */
function enoughOf<Branch extends { readonly size: number }>(branches: readonly Branch[]): Branch[] {
  let questions = 0;
  return branches.filter(({ size }, index) => {
    const isWanted = index < OTHERS || (questions < ENOUGH && size > 0);
    questions += size;
    return isWanted;
  });
}

/** The branches: those of which least is told first, and of those the largest. */
function branchesOf({ sums, around }: ToldSums, kinds: readonly Kind[]) {
  const branches = new Map<string, { id: string; size: number; told: number }>();
  kinds.forEach(({ branch, number }, kind) => {
    const found = branches.get(branch) ?? { id: branch, size: 0, told: 0 };
    found.size += number;
    found.told += (around[kind] ?? []).filter((sum) => sums[sum]?.shown === true).length;
    branches.set(branch, found);
  });
  return [...branches.values()].sort(
    (one, other) => one.told - other.told || other.size - one.size || (one.id < other.id ? -1 : 1),
  );
}
