import { type Constraint, solve } from 'yalps';
import type { Reach } from '../suppression/circulation.ts';

/** A number that a report could hold: of which kinds of questions it is the sum (by their index), and whether it is told. */
export type ToldSum = {
  readonly name: string;
  readonly of: readonly number[];
  readonly count: number;
  shown: boolean;
};

/** What is told of kinds of questions. */
export type ToldSums = {
  readonly sums: readonly ToldSum[];
  /** How many questions of each kind there are. */
  readonly numbers: readonly number[];
  /** Of each kind, the sums that it is in (by their index). */
  readonly around: readonly (readonly number[])[];
};

/** Brings sums together over kinds of which there are so many. */
export function toldSums(sums: readonly ToldSum[], numbers: readonly number[]): ToldSums {
  const around = numbers.map((): number[] => []);
  sums.forEach(({ of }, sum) => {
    for (const kind of of) around[kind]?.push(sum);
  });
  return { sums, numbers, around };
}

/**
 * What a sum can be for somebody who knows every sum that is told, when only these kinds may differ from what they are: linear programming.
 * Who knows less knows no more, so with all kinds it can be all this, and perhaps more. Fractions are cut off towards the inside.
 * Undefined when it cannot be reckoned. `bound` is the most that is looked for.
 */
export function reachOfSum(
  { sums, numbers, around }: ToldSums,
  wanted: ToldSum,
  among: ReadonlySet<number>,
  bound: number,
): Reach | undefined {
  const { unknowns, constraints } = changesOf({ sums, numbers, around }, wanted, among);
  constraints.push([WANTED, { max: bound - wanted.count }]);
  const end = (direction: 'minimize' | 'maximize') => {
    const { status, result } = solve(
      { direction, objective: WANTED, constraints, variables: unknowns },
      { maxPivots: 100_000, checkCycles: true },
    );
    return status === 'optimal' ? result : Number.NaN;
  };
  const most = wanted.count + Math.floor(end('maximize') + 1e-6);
  const least = most === bound ? wanted.count : wanted.count + Math.ceil(end('minimize') - 1e-6);
  return Number.isNaN(least + most) ? undefined : { least, most };
}

const WANTED = 'wanted';

/**
 * By how much kinds can be more or fewer than they are, with the sums that each change is in; and that no sum changes, and none has fewer
 * than it has. What is true is known, so the solver begins there: that takes a tenth of the time of looking for numbers that fit. Kinds
 * that are in the same sums are one unknown; a sum that says what another one says is left out.
 */
function changesOf({ sums, numbers, around }: ToldSums, wanted: ToldSum, among: ReadonlySet<number>) {
  const inWanted = new Set(wanted.of);
  const alike = new Map<string, { readonly in: string[]; number: number }>();
  const members = new Map<number, Set<string>>();
  for (const kind of among) {
    const row = (around[kind] ?? []).filter((sum) => sums[sum]?.shown === true);
    const within = [...row.map(String), ...(inWanted.has(kind) ? [WANTED] : [])];
    const key = within.join(' ');
    const found = alike.get(key) ?? { in: within, number: 0 };
    found.number += numbers[kind] ?? 0;
    alike.set(key, found);
    for (const sum of row) members.set(sum, (members.get(sum) ?? new Set()).add(key));
  }
  const said = new Map([...members].reverse().map(([sum, keys]) => [[...keys].join('\n'), sum]));
  const constraints = [...said.values()].map((sum): [string, Constraint] => [`${sum}`, { equal: 0 }]);
  const unknowns = new Map<string, [string, number][]>();
  for (const [key, { in: within, number }] of alike) {
    unknowns.set(
      `more ${key}`,
      within.map((sum): [string, number] => [sum, 1]),
    );
    if (number === 0) continue;
    const own = `fewer ${key}`;
    unknowns.set(own, [...within.map((sum): [string, number] => [sum, -1]), [own, 1]]);
    constraints.push([own, { max: number }]);
  }
  return { unknowns, constraints };
}
