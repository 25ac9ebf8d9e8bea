import { expect, test } from 'vitest';
import { PACKS_UNREAD } from '../../../core/contract/sync/batch.ts';
import { NONE_DAYS, packsTold } from '../../../server/sync/packs-told.ts';

const NOW = new Date('2026-11-29T10:00:00.000Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const SHOWN = { library: 'bieb', pack: 'zelfredzaam', channel: 'stable' as const, version: 7 };
const named = (packs_none_since: string | null) => ({ packs: JSON.stringify([SHOWN]), packs_none_since });
const NONE = { packs: '[]', packs_none_since: null };

test.each([
  ['what it names', named(daysAgo(3)), [{ ...SHOWN, version: 8 }], []],
  ['what it names for the first time', NONE, [{ ...SHOWN, version: 8 }], []],
])('%s is known at once', (_, before, packs, incidents) => {
  expect(packsTold(before, { packs, incidents }, NOW)).toEqual({
    ...{ packs: JSON.stringify(packs), packs_none_since: null },
  });
});

test.each([
  ['since now', null, NOW.toISOString()],
  ['since the first time that it said so', daysAgo(NONE_DAYS - 0.1), daysAgo(NONE_DAYS - 0.1)],
  ['since now, by a clock that was once ahead', daysAgo(-400), NOW.toISOString()],
])('who named packs and tells none keeps them for a time: %s', (_, before, since) => {
  expect(packsTold(named(before), { packs: [], incidents: [] }, NOW)).toEqual(named(since));
});

test('who tells none for so long follows none', () => {
  expect(packsTold(named(daysAgo(NONE_DAYS)), { packs: [], incidents: [] }, NOW)).toEqual(NONE);
  expect(packsTold(NONE, { packs: [], incidents: [] }, NOW)).toEqual(NONE);
});

test('who says that it could not read them keeps them, however long', () => {
  const told = { packs: [], incidents: ['page-gone', PACKS_UNREAD] };
  expect(packsTold(named(daysAgo(400)), told, NOW)).toEqual(named(null));
  expect(packsTold(named(null), told, NOW)).toEqual(named(null));
});
