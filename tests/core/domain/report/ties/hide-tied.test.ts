import { expect, test } from 'vitest';
import { hideTied } from '../../../../../core/domain/report/ties/hide-tied.ts';
import { times } from '../a-month.ts';

const places = [
  { id: 'library', parent: null, kind: 'library', name: 'Bieb' },
  { id: 'centrum', parent: 'library', kind: 'branch', name: 'Centrum' },
] as const;
/** Courses are asked about in a course alone, and three of the forty questions are of one. */
const ASKED = [
  ...times(3, 'centrum', { category: 'course', channel: 'course' }),
  ...times(37, 'centrum', { category: 'information', channel: 'desk' }),
];
const row = (value: string, count: number | null) => ({ value, cells: [count, count] });
const categories = { variable: 'category', rows: [row('course', null), row('information', null)] } as const;
const channel = (rows: ReturnType<typeof row>[]) => ({ variable: 'channel', rows }) as const;

test('hides in one table what would give away, by a tie, what another one hides', () => {
  const [, channels] = hideTied(
    places,
    [40, 40],
    [categories, channel([row('course', null), row('desk', 37)])],
    ASKED,
  );
  expect(channels?.rows[1]?.cells).toEqual([null, null]);
});

test('leaves tables as they are where nothing is tied to what is hidden', () => {
  const many = times(40, 'centrum', { category: 'information', channel: 'desk' });
  const tables = [
    { variable: 'category', rows: [row('information', 40)] } as const,
    channel([row('desk', 40)]),
  ];
  expect(hideTied(places, [40, 40], tables, many)).toEqual(tables);
});

test('of a library of which not even the total is told, there is nothing left to hide', () => {
  const tables = [categories];
  expect(hideTied(places, [null, null], tables, times(3, 'centrum'))).toEqual(tables);
});
