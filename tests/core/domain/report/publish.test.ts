import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Category, DeskOutcome } from '../../../../core/domain/desk/desk-question.ts';
import { Publication } from '../../../../core/domain/report/publication.ts';
import { publish } from '../../../../core/domain/report/publish.ts';
import type { AskedQuestion } from '../../../../core/domain/report/ties/asked-question.ts';
import type { Variable } from '../../../../core/domain/report/variables.ts';
import { aQuestion } from '../desk/a-question.ts';
import { aMonth, BRANCHES, randomMonth, times } from './a-month.ts';
import { cellsOf, rebuiltOf } from './attack-publication.ts';

const SEED = { seed: 20261127 };

/** Every variable is in one of these, each three are attacked together; the sub-categories with their categories. */
const TOGETHER: readonly (readonly Variable[])[] = [
  ['category', 'organization', 'outcome'],
  ['channel', 'visitor', 'language'],
  ['category', 'sub-category', 'visitor'],
  ['organization', 'channel', 'outcome'],
  ['duration', 'hour', 'weekday'],
  ['category', 'channel', 'place'],
];

test('every variable that is told of is attacked', () => {
  const { tables } = publish(aMonth([]));
  expect([...new Set(TOGETHER.flat())].sort()).toEqual(
    [...tables.map(({ variable }) => variable), 'sub-category'].sort(),
  );
});

test('nobody reckons back a small number from all that is told of a month, tables of different variables together', () => {
  fc.assert(
    fc.property(randomMonth, fc.constantFrom(...TOGETHER), (asked, variables) => {
      const cells = cellsOf(publish(aMonth(asked)), asked);
      expect(rebuiltOf(cells, asked, variables)).toEqual([]);
    }),
    { ...SEED, numRuns: 25 },
  );
});

/** Between these the lists of the desk, and opening hours, make ties that people know of. */
const TIED: readonly (readonly Variable[])[] = [
  ['category', 'sub-category', 'organization'],
  ['category', 'channel', 'place'],
  ['category', 'outcome'],
  ['hour', 'weekday'],
];

test('nor who knows which values of tied variables came together', () => {
  let hidden = 0;
  fc.assert(
    fc.property(randomMonth, (asked) => {
      const told = publish(aMonth(asked));
      const cells = cellsOf(told, asked);
      for (const variables of TIED)
        expect([variables, rebuiltOf(cells, asked, variables, 'ties')]).toEqual([variables, []]);
      if (told.totals[0] !== null) hidden++;
    }),
    { ...SEED, numRuns: 40 },
  );
  expect(hidden).toBeGreaterThan(20);
});

test('one organisation that goes with one own category does not give away another', () => {
  const digital = { category: 'digital-contact' } as const;
  const asked = [
    ...times(14, 'centrum', { ...digital, subCategory: 'toeslagen', organization: 'dienst-toeslagen' }),
    ...times(4, 'centrum', { ...digital, subCategory: 'pensioen' }),
    ...times(30, 'centrum', { ...digital, subCategory: 'digid', organization: 'logius' }),
    ...times(40, 'centrum', { category: 'course' }),
  ];
  const told = publish(aMonth(asked, { branches: BRANCHES.slice(0, 1) }));
  expect(rebuiltOf(cellsOf(told, asked), asked, TIED[0] ?? [], 'ties')).toEqual([]);
  expect(told.subCategories[0]).toEqual({
    category: 'digital-contact',
    rows: [{ value: 'digid', count: 30 }],
  });
  expect(Object.keys(tableOf(told, 'organization'))).toEqual(['logius']);
});

test('many branches at which next to nobody asked do not hide the whole library', () => {
  const busy = ['een', 'twee'];
  const quiet = Array.from({ length: 9 }, (_, index) => `stil-${index}`);
  const few = { category: 'information', organization: 'gemeente' } as const;
  const asked = [
    ...busy.flatMap((id) => [
      ...times(60, id, { organization: 'logius' }),
      ...times(50, id, { ...few, outcome: 'helped' }),
      ...times(40, id, { category: 'course', channel: 'course' }),
    ]),
    ...quiet.flatMap((id) => [...times(1, id, { organization: 'logius' }), ...times(1, id, few)]),
  ];
  const branches = [...busy, ...quiet].map((id) => ({ id, name: id, municipality: null }));
  const told = publish(aMonth(asked, { branches }));
  expect(told.totals.slice(0, 4)).toEqual([318, 150, null, null]);
  expect(tableOf(told, 'category')['digital-contact']?.[0]).toBe(129);
  expect(tableOf(told, 'organization')['gemeente']?.[0]).toBe(109);
});

test('a month in which all sorts of things came together is told of in seconds', { timeout: 30_000 }, () => {
  const values = <Value>(of: readonly Value[], at: number) => of[at % of.length] as Value;
  // Steps without a common part: so nearly every value comes with every other.
  const asked = Array.from({ length: 1200 }, (_, index): AskedQuestion => {
    const question = aQuestion({
      at: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}T${String(9 + (index % 9)).padStart(2, '0')}`,
      category: values(Category.options, (index * index) % 23),
      subCategory: values(
        ['digid', 'toeslagen', 'pensioen', 'huur', 'zorg', 'werk', 'mail'],
        (index * 7) % 31,
      ),
      organization: `dienst-${Math.min((index * 5) % 37, (index * 3) % 17)}`,
      outcome: values(DeskOutcome.options, (index * index) % 19),
    });
    return { branch: values(BRANCHES, index).id, question };
  });
  expect(publish(aMonth(asked)).totals[0]).toBe(1200);
});

test('what is published is as the contract says, and the same counts give the same', () => {
  fc.assert(
    fc.property(randomMonth, (asked) => {
      const told = publish(aMonth(asked));
      expect(Publication.parse(told)).toEqual(told);
      expect(publish(aMonth([...asked].reverse(), { branches: [...BRANCHES].reverse() }))).toEqual(told);
    }),
    { ...SEED, numRuns: 25 },
  );
});

const tableOf = ({ tables }: Publication, variable: Variable) =>
  Object.fromEntries(
    (tables.find((table) => table.variable === variable)?.rows ?? []).map(({ value, cells }) => [
      value,
      cells,
    ]),
  );

test('places come with the library first, and their totals', () => {
  const told = publish(aMonth([...times(20, 'centrum'), ...times(30, 'noord'), ...times(40, 'dorp')]));
  expect(told.places.map(({ name }) => name)).toEqual([
    ...['Bibliotheek Voorbeeld', 'Voorbeelddorp', 'Voorbeeldstad', 'Bus', 'Centrum', 'Dorp', 'Noord'],
  ]);
  // Nobody asked in the bus. What hides it is told neither, nor anything below that.
  expect(told.totals).toEqual([90, 40, null, null, null, 40, null]);
});

test('details that are told of municipalities only say nothing of their branches', () => {
  const asked = BRANCHES.flatMap(({ id }) => [
    ...times(20, id),
    ...(['phone', 'walk-in', 'appointment', 'course'] as const).flatMap((channel) =>
      times(15, id, { channel }),
    ),
  ]);
  const told = publish(aMonth(asked));
  expect(told.totals).toEqual([320, 80, 160, 80, 80, 80, 80]);
  expect(tableOf(told, 'channel')['desk']).toEqual([80, 20, 40, 20, null, null, null]);
});

test('where a question was is told of municipalities, by the places that are told of somewhere', () => {
  const asked = [
    ...times(40, 'centrum', { place: 'balie' }),
    ...times(30, 'centrum', { place: 'cursuslokaal' }),
    ...times(20, 'centrum'),
    ...times(3, 'centrum', { place: 'buiten' }),
  ];
  const told = publish(aMonth(asked, { branches: BRANCHES.slice(0, 1) }));
  // Of the places that are told of, the lowest hides the three.
  expect(tableOf(told, 'place')).toEqual({ balie: [40, 40, null], cursuslokaal: [30, 30, null] });
});

test('that a course was given where courses are does not give away another', () => {
  const course = { category: 'course', channel: 'course', place: 'cursuslokaal' } as const;
  const asked = [
    ...times(14, 'centrum', course),
    ...times(4, 'centrum', { ...course, place: 'computers' }),
    ...times(50, 'centrum', { place: 'balie' }),
    ...times(30, 'centrum', { category: 'information', channel: 'phone', place: 'balie' }),
  ];
  const told = publish(aMonth(asked, { branches: BRANCHES.slice(0, 1) }));
  expect(rebuiltOf(cellsOf(told, asked), asked, ['category', 'channel', 'place'], 'ties')).toEqual([]);
});

test('that all came to the desk is not told: then it would be known of each of them', () => {
  const told = publish(aMonth(times(90, 'centrum'), { branches: BRANCHES.slice(0, 1) }));
  expect(told.totals).toEqual([90, 90, 90]);
  expect(tableOf(told, 'channel')['desk']).toEqual([null, null, null]);
});

test('an organisation that is nowhere told of is not named', () => {
  const asked = [
    ...times(50, 'centrum', { organization: 'gemeente' }),
    ...times(3, 'centrum', { organization: 'duo' }),
    ...times(30, 'centrum'),
  ];
  const told = publish(aMonth(asked, { branches: BRANCHES.slice(0, 1) }));
  expect(Object.keys(tableOf(told, 'organization'))).toEqual(['gemeente']);
});

test('own categories are told of within one of the law that is told of', () => {
  const digital = { category: 'digital-contact' } as const;
  const asked: AskedQuestion[] = [
    ...times(25, 'centrum', { ...digital, subCategory: 'digid' }),
    ...times(12, 'centrum', { ...digital, subCategory: 'toeslagen' }),
    ...times(2, 'centrum', digital),
    ...times(40, 'centrum', { category: 'information', subCategory: 'digid' }),
    ...times(40, 'centrum', { category: 'course' }),
    ...times(4, 'centrum', { category: 'referral' }),
    ...times(8, 'centrum', { category: 'taking-part' }),
  ];
  const told = publish(aMonth(asked, { branches: BRANCHES.slice(0, 1) }));
  expect(told.subCategories.filter(({ rows }) => rows.length > 0)).toEqual([
    { category: 'digital-contact', rows: [{ value: 'digid', count: 25 }] },
    { category: 'course', rows: [{ value: '-', count: 40 }] },
    { category: 'information', rows: [{ value: 'digid', count: 40 }] },
  ]);
});
