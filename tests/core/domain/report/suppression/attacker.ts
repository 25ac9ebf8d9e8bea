import { solve } from 'yalps';

/** What somebody knows: that the sum of these unknown counts, named by numbers, is `equals`. */
export type Known = { readonly of: readonly number[]; readonly equals: number };

/** Both ends of what a sum can be. */
export type Range = { readonly least: number; readonly most: number };

/**
 * Reckons what a sum of counts can be for somebody who knows these sums, and that no count is negative: linear programming (yalps), which
 * knows nothing of how a table was protected. Beyond `bound` nobody looks. Fractions are allowed, which makes ranges wider and
 * never narrower; that whole numbers reach the same ends is what the tests compare with.
 */
export function attack(known: readonly Known[], sum: readonly number[], bound: number): Range {
  const wanted = new Set(sum);
  const rows = new Map<number, [string, number][]>();
  const row = (unknown: number) => {
    const found = rows.get(unknown) ?? [];
    rows.set(unknown, found);
    return found;
  };
  known.forEach(({ of }, index) => {
    for (const unknown of of) row(unknown).push([`k${index}`, 1]);
  });
  for (const unknown of wanted) row(unknown).push(['sum', 1]);
  const constraints: [string, { equal?: number; max?: number }][] = known.map(({ equals }, index) => [
    `k${index}`,
    { equal: equals },
  ]);
  const look = (direction: 'minimize' | 'maximize') => {
    const { status, result } = solve(
      {
        direction,
        objective: 'sum',
        constraints: [...constraints, ['sum', { max: bound }]],
        variables: rows,
      },
      { maxPivots: 100_000 },
    );
    if (status !== 'optimal') throw new Error(`The attacker got stuck: ${status}.`);
    return result;
  };
  const [least, most] = [look('minimize'), look('maximize')];
  return { least: Math.round(least * 1e6) / 1e6, most: Math.round(most * 1e6) / 1e6 };
}

/** Does the attacker learn of a small count what nobody may? */
export function isRebuilt({ least, most }: Range, threshold: number): boolean {
  return most < threshold || most - least < threshold;
}
