import { expect, it } from 'vitest';
import { Batch, MOST_ITEMS } from '../../../../core/contract/sync/batch.ts';
import { Happening, Hour, hourOf } from '../../../../core/contract/sync/count.ts';

const item = {
  id: '01989c8e-7a00-7000-8000-000000000001',
  seq: 1,
  at: '2026-11-26T14:00:00Z',
  type: 'printed',
  body: {},
};
const batch = {
  device: '7b0cbf52-6c3f-4f0e-9a0e-5d6a4d5b9c11',
  batch: '01989c8e-7a00-7000-8000-000000000000',
  health: {
    seq: 1,
    clock: '2026-11-26T14:20:01Z',
    appVersion: '0.1.0',
    packs: [],
    backlog: 0,
    freeBytes: null,
    starts: 1,
    incidents: [],
  },
  items: [item],
};

it('rounds to the hour in which something happened', () => {
  expect(hourOf(new Date('2026-11-26T14:59:59.999Z'))).toBe('2026-11-26T14:00:00Z');
  expect(Hour.safeParse('2026-11-26T14:59:00Z').success).toBe(false);
  expect(Hour.safeParse('2026-11-26T24:00:00Z').success).toBe(false);
  for (const day of ['2026-99-99', '2026-02-30', '2026-00-10', '2025-02-29'])
    expect(Hour.safeParse(`${day}T14:00:00Z`).success, day).toBe(false);
  expect(Hour.safeParse('2028-02-29T14:00:00Z').success).toBe(true);
});

it('takes a batch in though an item is of a day that does not exist: it is put aside by itself', () => {
  const item = { ...batch.items[0], at: '2026-02-30T14:00:00Z' };
  expect(Batch.safeParse({ ...batch, items: [item] }).success).toBe(true);
});

it('takes a batch in whose items are looked at later', () => {
  expect(Batch.safeParse(batch).error).toBeUndefined();
  expect(Batch.safeParse({ ...batch, items: [{ ...item, type: 'unheard-of', body: [1] }] }).success).toBe(
    true,
  );
});

it.each([
  ['more items than fit', { ...batch, items: Array.from({ length: MOST_ITEMS + 1 }, () => item) }],
  ['a minute', { ...batch, items: [{ ...item, at: '2026-11-26T14:20:00Z' }] }],
  ['a visitor', { ...batch, visitor: 1 }],
  ['an incident with a text', { ...batch, health: { ...batch.health, incidents: ['niet gevonden'] } }],
])('takes no batch with %s', (_, other) => {
  expect(Batch.safeParse(other).success).toBe(false);
});

it('knows what happens at a kiosk, and nothing of who did it', () => {
  const body = { pack: 'basis', flow: 'huurtoeslag', step: 'leeftijd', language: 'nl' };
  expect(Happening.safeParse({ type: 'step-left', body }).success).toBe(true);
  expect(Happening.safeParse({ type: 'step-left', body: { ...body, answer: 'ja' } }).success).toBe(false);
  expect(Happening.safeParse({ type: 'search-empty', body: { language: 'nl', query: 'geld' } }).success).toBe(
    false,
  );
});
