import { solve } from 'yalps';
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
  const inWanted = new Set(wanted.of.filter((kind) => among.has(kind)));
  const rest = wanted.of.reduce((sum, kind) => (among.has(kind) ? sum : sum + (numbers[kind] ?? 0)), 0);
  const { unknowns, equals } = unknownsOf({ sums, numbers, around }, inWanted, among);
  const constraints: [string, { equal?: number; max?: number }][] = [
    ...equals.map(([sum, equal]): [string, { equal: number }] => [`${sum}`, { equal }]),
    ['wanted', { max: bound - rest }],
  ];
  const end = (direction: 'minimize' | 'maximize') => {
    const { status, result } = solve(
      { direction, objective: 'wanted', constraints, variables: unknowns },
      { maxPivots: 100_000, checkCycles: true },
    );
    return status === 'optimal' ? result : Number.NaN;
  };
  const most = rest + Math.floor(end('maximize') + 1e-6);
  const least = most === bound ? wanted.count : rest + Math.ceil(end('minimize') - 1e-6);
  return Number.isNaN(least + most) ? undefined : { least, most };
}

/** What is unknown, by the sums that it is in; and what each of those sums is, without those that say what another one says. */
function unknownsOf(
  { sums, numbers, around }: ToldSums,
  inWanted: ReadonlySet<number>,
  among: ReadonlySet<number>,
): { readonly unknowns: Map<string, [string, number][]>; readonly equals: [number, number][] } {
  // Kinds that are in the same sums are one unknown.
  const unknowns = new Map<string, [string, number][]>();
  const equals = new Map<number, number>();
  const members = new Map<number, Set<string>>();
  for (const kind of among) {
    const row = (around[kind] ?? []).filter((sum) => sums[sum]?.shown === true);
    const key = `${row.join(' ')}${inWanted.has(kind) ? ' wanted' : ''}`;
    for (const sum of row) {
      equals.set(sum, (equals.get(sum) ?? 0) + (numbers[kind] ?? 0));
      members.set(sum, (members.get(sum) ?? new Set()).add(key));
    }
    const coefficients = row.map((sum): [string, number] => [`${sum}`, 1]);
    unknowns.set(key, inWanted.has(kind) ? [...coefficients, ['wanted', 1]] : coefficients);
  }
  const said = new Map([...members].reverse().map(([sum, keys]) => [[...keys].join('\n'), sum]));
  return { unknowns, equals: [...equals].filter(([sum]) => [...said.values()].includes(sum)) };
}
