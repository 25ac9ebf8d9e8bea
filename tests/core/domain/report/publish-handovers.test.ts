import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HandoverState } from '../../../../core/domain/desk/handover.ts';
import { monthReport } from '../../../../core/domain/report/month-report.ts';
import { publish } from '../../../../core/domain/report/publish.ts';
import { type CountedHandovers, publishHandovers } from '../../../../core/domain/report/publish-handovers.ts';
import { THRESHOLD } from '../../../../core/domain/report/suppression/protect.ts';
import { aMonth, times } from './a-month.ts';
import { attack, isRebuilt, type Known } from './suppression/attacker.ts';

const PARTNERS = ['duo', 'sociaal-raadslieden', 'wijkteam'];
const STATES = HandoverState.options;

const randomHandovers: fc.Arbitrary<CountedHandovers[]> = fc
  .array(fc.integer({ min: 0, max: 24 }), { minLength: 18, maxLength: 18 })
  .map((numbers) =>
    numbers.flatMap((number, index) => {
      const partner = PARTNERS[Math.floor(index / STATES.length)] ?? '';
      const state = STATES[index % STATES.length] ?? 'given';
      return number === 0 ? [] : [{ partner, state, number }];
    }),
  );

/** Every number that the reports of the library and of each partner could hold: of which unknowns it is the sum, and what is told. */
function cellsIn(counts: readonly CountedHandovers[]) {
  const told = publishHandovers(counts);
  const unknown = (partner: string, state: string) =>
    PARTNERS.indexOf(partner) * STATES.length + (STATES as readonly string[]).indexOf(state);
  const asked = PARTNERS.filter((partner) => counts.some((each) => each.partner === partner));
  const of = (partners: readonly string[], states: readonly string[]) =>
    partners.flatMap((partner) => states.map((state) => unknown(partner, state)));
  const truth = (unknowns: readonly number[]) =>
    counts.reduce(
      (sum, { partner, state, number }) => (unknowns.includes(unknown(partner, state)) ? sum + number : sum),
      0,
    );
  const told1 = (partner: string) => told.partners.find((each) => each.partner === partner);
  const cells = [
    { name: 'all', of: of(asked, STATES), told: told.total },
    ...STATES.map((state) => ({
      ...{ name: state, of: of(asked, [state]) },
      told: told.states.find(({ value }) => value === state)?.count ?? null,
    })),
    ...asked.flatMap((partner) => [
      { name: partner, of: of([partner], STATES), told: told1(partner)?.total ?? null },
      ...STATES.map((state) => ({
        ...{ name: `${partner} ${state}`, of: of([partner], [state]) },
        told: told1(partner)?.states.find(({ value }) => value === state)?.count ?? null,
      })),
    ]),
  ];
  return cells.map((cell) => ({ ...cell, truth: truth(cell.of) }));
}

test('nobody reckons back a small number from the reports of all partners and of the library together', () => {
  let hidden = 0;
  fc.assert(
    fc.property(randomHandovers, (counts) => {
      const cells = cellsIn(counts);
      const known = cells.flatMap(({ of, told }): Known[] => (told === null ? [] : [{ of, equals: told }]));
      for (const { name, of, told, truth } of cells) {
        if (told !== null) expect([name, told, truth >= THRESHOLD]).toEqual([name, truth, true]);
        else if (truth < THRESHOLD && known.length > 0) {
          hidden++;
          expect([name, isRebuilt(attack(known, of, 1000), THRESHOLD)]).toEqual([name, false]);
        }
      }
    }),
    { seed: 20261127, numRuns: 40 },
  );
  expect(hidden).toBeGreaterThan(100);
});

/** Enough of each state for all of it to be told. */
const many = (partner: string): CountedHandovers[] =>
  ([20, 25, 40, 60, 30, 15] as const).map((number, index) => ({
    ...{ partner, state: STATES[index] ?? 'given', number },
  }));

test('a partner hears how far its handovers are, in its own report; the library hears of all', () => {
  const asked = times(60, 'centrum', { organization: 'duo' });
  const told = publish(aMonth(asked, { handovers: [...many('duo'), ...many('wijkteam')] }));
  const tables = (audience: Parameters<typeof monthReport>[1]) =>
    monthReport([told], audience, 'nl', { organization: { wijkteam: 'Wijkteam' } })?.tables ?? [];
  const rows = (audience: Parameters<typeof monthReport>[1], title: string) =>
    tables(audience).find((table) => table.title === title)?.rows;
  // Nobody asked about it: it has a report of its handovers all the same.
  expect(rows({ kind: 'partner', id: 'wijkteam', name: 'Wijkteam' }, 'Warme overdrachten')).toEqual([
    ['Briefje gegeven', 20, '11%'],
    ['Samen gebeld', 25, '13%'],
    ['Aangenomen', 40, '21%'],
    ['Klaar', 60, '32%'],
    ['Niet gekomen', 30, '16%'],
    ['Ingetrokken', 15, '8%'],
  ]);
  expect(rows({ kind: 'library' }, 'Warme overdrachten')).toContainEqual(['Klaar', 120, '32%']);
  expect(rows({ kind: 'library' }, 'Overgedragen aan')).toContainEqual(['Wijkteam', 190]);
  // What became of them afterwards is told nowhere: the reports that hold any say so.
  const saysSo = (audience: Parameters<typeof monthReport>[1]) =>
    /hoe het met een overdracht gaat/i.test(monthReport([told], audience, 'nl', {})?.notes.join() ?? '');
  expect(saysSo({ kind: 'partner', id: 'wijkteam', name: 'Wijkteam' })).toBe(true);
  expect([saysSo({ kind: 'library' }), saysSo({ kind: 'branch', id: 'centrum', name: 'Centrum' })]).toEqual([
    true,
    false,
  ]);
  const none = publish(aMonth(asked));
  expect(monthReport([none], { kind: 'library' }, 'nl', {})?.notes.join()).not.toMatch(/overdracht gaat/i);
});

test('a partner with few is not named, and hidden by what another one has', () => {
  const few: CountedHandovers = { partner: 'duo', state: 'done', number: 3 };
  const told = publishHandovers([...many('wijkteam'), few, { partner: 'uwv', state: 'done', number: 20 }]);
  expect(told.total).toBe(213);
  expect(told.partners.map(({ partner }) => partner)).toEqual(['wijkteam']);
});
