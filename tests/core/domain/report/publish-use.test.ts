import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedUse, publishUse } from '../../../../core/domain/report/publish-use.ts';
import { THRESHOLD } from '../../../../core/domain/report/suppression/protect.ts';
import { attack, isRebuilt, type Known } from './suppression/attacker.ts';

const of = (type: string, number: number, body: Record<string, string>) => ({ type, number, body });
const flow = (type: string, number: number, name: string, step?: string) =>
  of(type, number, { pack: 'zelf', language: 'nl', flow: name, ...(step === undefined ? {} : { step }) });

test('flows, and where they ended: small numbers are not told, nor what would give them away', () => {
  const told = publishUse([
    ...[flow('flow-started', 80, 'toeslag'), flow('flow-started', 9, 'digid')],
    ...[flow('flow-started', 30, 'uitkering'), flow('flow-started', 45, 'verhuizen')],
    ...[flow('outcome-reached', 40, 'toeslag', 'ja'), flow('outcome-reached', 20, 'toeslag', 'nee')],
    ...[flow('step-left', 15, 'toeslag', 'inkomen'), flow('step-left', 3, 'toeslag', 'huur')],
    flow('outcome-reached', 90, 'digid', 'ja'),
  ]);
  expect(told.flowsBegun).toBe(164);
  expect(told.flows).toEqual([
    {
      ...{ pack: 'zelf', flow: 'toeslag', begun: 80, finished: 60, left: [] },
      reached: [
        { value: 'ja', count: 40 },
        { value: 'nee', count: 20 },
      ],
    },
    { pack: 'zelf', flow: 'verhuizen', begun: 45, finished: null, left: [], reached: [] },
  ]);
});

test('where nobody is told to have finished, no outcome is told', () => {
  const told = publishUse([
    flow('flow-started', 80, 'toeslag'),
    ...[flow('outcome-reached', 15, 'toeslag', 'ja'), flow('step-left', 2, 'toeslag', 'huur')],
  ]);
  expect(told.flows).toEqual([
    { pack: 'zelf', flow: 'toeslag', begun: 80, finished: null, left: [], reached: [] },
  ]);
});

test('the other lists are told in the same way, by what they are about', () => {
  const told = publishUse([
    ...[of('search-empty', 31, { language: 'nl' }), of('search-empty', 12, { language: 'nl' })],
    ...[of('language-chosen', 8, { language: 'en' }), of('read-aloud', 25, { language: 'ar' })],
    ...[of('topic-opened', 20, { pack: 'zelf', topic: 'geld' }), of('printed', 31, { paper: 'a4' })],
    of('printed', 12, { paper: 'receipt' }),
  ]);
  expect(told).toMatchObject({
    emptySearches: { total: 43, rows: [{ value: 'nl', count: 43 }] },
    languages: { total: null, rows: [] },
    readAloud: { total: 25, rows: [{ value: 'ar', count: 25 }] },
    topics: { total: 20, rows: [{ value: 'zelf/geld', count: 20 }] },
    printed: {
      total: 43,
      rows: [
        { value: 'a4', count: 31 },
        { value: 'receipt', count: 12 },
      ],
    },
  });
});

test.each([0, 4])(
  'of two kinds of paper one that was printed on %i times is not given away by the other',
  (few) => {
    const a4 = of('printed', 40 - few, { paper: 'a4' });
    const receipt = few === 0 ? [] : [of('printed', few, { paper: 'receipt' })];
    expect(publishUse([a4, ...receipt]).printed).toEqual({ total: 40, rows: [] });
  },
);

const FLOWS = ['digid', 'toeslag', 'uitkering'];
/** How a flow ends: on one of its questions, or with one of its outcomes. */
const ENDS = [
  { type: 'step-left', step: 'inkomen' },
  { type: 'step-left', step: 'huur' },
  { type: 'outcome-reached', step: 'ja' },
  { type: 'outcome-reached', step: 'nee' },
] as const;

const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }));
/** How often each flow ended in each way. */
const randomEnds = fc.array(number, {
  minLength: FLOWS.length * ENDS.length,
  maxLength: FLOWS.length * ENDS.length,
});

/** Every number that can be told of flows: of which ends it is the sum, and what is told of it. */
function cellsOf(ends: readonly number[]) {
  const at = (name: string, end: number) => FLOWS.indexOf(name) * ENDS.length + end;
  const those = (name: string, which: (end: (typeof ENDS)[number]) => boolean = () => true) =>
    ENDS.flatMap((end, index) => (which(end) ? [at(name, index)] : []));
  const sum = (of: readonly number[]) => of.reduce((all, unknown) => all + (ends[unknown] ?? 0), 0);
  const { flowsBegun, flows } = publishUse(
    [
      ...FLOWS.map((name): CountedUse => flow('flow-started', sum(those(name)), name)),
      ...FLOWS.flatMap((name) =>
        ENDS.map(({ type, step }, index) => flow(type, ends[at(name, index)] ?? 0, name, step)),
      ),
    ].filter((each) => each.number > 0),
  );
  const cells = FLOWS.filter((name) => sum(those(name)) > 0).flatMap((name) => {
    const told = flows.find((each) => each.flow === name);
    return [
      { name, of: those(name), told: told?.begun ?? null },
      {
        ...{ name: `${name} finished`, of: those(name, ({ type }) => type === 'outcome-reached') },
        told: told?.finished ?? null,
      },
      { name: `${name} left`, of: those(name, ({ type }) => type === 'step-left'), told: null },
      ...ENDS.map(({ type, step }, index) => ({
        ...{ name: `${name} ${step}`, of: [at(name, index)] },
        told:
          (type === 'step-left' ? told?.left : told?.reached)?.find(({ value }) => value === step)?.count ??
          null,
      })).filter(({ of }) => sum(of) > 0),
    ];
  });
  const all = { name: 'all', of: FLOWS.flatMap((name) => those(name)), told: flowsBegun };
  return [all, ...cells].map((cell) => ({ ...cell, truth: sum(cell.of) }));
}

test('that all finished, or all came to the same, is not told: then it would be known of each of them', () => {
  const begun = [flow('flow-started', 60, 'schulden'), flow('flow-started', 60, 'toeslag')];
  const { flows } = publishUse([
    ...begun,
    flow('outcome-reached', 60, 'schulden', 'hulp-nodig'),
    ...[flow('outcome-reached', 40, 'toeslag', 'ja'), flow('step-left', 20, 'toeslag', 'inkomen')],
  ]);
  expect(
    flows.map(({ flow: name, begun: all, finished, left, reached }) => [name, all, finished, left, reached]),
  ).toEqual([
    ['schulden', 60, null, [], []],
    ['toeslag', 60, 40, [{ value: 'inkomen', count: 20 }], []],
  ]);
});

test('nobody reckons back a small number from flows begun, finished and left, taken together, not even who takes it that all of them ended', () => {
  let hidden = 0;
  fc.assert(
    fc.property(randomEnds, (ends) => {
      const cells = cellsOf(ends);
      const known = cells.flatMap(({ of, told }): Known[] => (told === null ? [] : [{ of, equals: told }]));
      for (const { name, of, told, truth } of cells) {
        if (told !== null) expect([name, told, truth >= THRESHOLD]).toEqual([name, truth, true]);
        else if (truth < THRESHOLD && known.length > 0) {
          hidden++;
          expect([name, isRebuilt(attack(known, of, 1000), THRESHOLD)]).toEqual([name, false]);
        }
      }
    }),
    { seed: 20261127, numRuns: 60 },
  );
  expect(hidden).toBeGreaterThan(100);
});
