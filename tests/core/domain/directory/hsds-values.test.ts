import { expect, it } from 'vitest';
import { Day, HsdsId, Name, WallTime } from '../../../../core/domain/directory/hsds-values.ts';

it.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-24T12:00:00', '2026-11-24'],
  ['2026-11-24T23:30:00Z', '2026-11-25'],
  ['2026-06-30T22:30:00Z', '2026-07-01'],
  // The end of that day, whatever the clock.
  ['2026-11-24T23:59:59Z', '2026-11-24'],
])('of the day %s is kept %s', (given, kept) => {
  expect(Day.parse(given)).toBe(kept);
});

it('reads a day of many letters as quickly as one of few, whoever sends it', () => {
  expect(Day.parse(`2026-11-24${'T'.repeat(20_000)}\n`)).toBe('2026-11-24');
});

it.each([
  ['09:00', '09:00'],
  ['09:00:30', '09:00'],
  ['09:00:00+01:00', '09:00'],
  ['09:00+02:00', '09:00'],
  ['24:00', '24:00'],
])('of the time %s is kept %s', (given, kept) => {
  expect(WallTime.parse(given)).toBe(kept);
});

it.each(['9:00', '25:00', '09:60', '24:01', '09:00Z', '09:00+03:00', 'negen uur'])(
  'the time %s is refused',
  (given) => {
    expect(WallTime.safeParse(given).error?.issues[0]?.message).toContain('Dutch clock');
  },
);

it('takes ids of other directories, and nothing that is no id', () => {
  for (const id of ['3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', 'nl:12/a~b', 'a@b.c'])
    expect(HsdsId.safeParse(id).success).toBe(true);
  for (const id of ['', 'two words', 'x'.repeat(101)]) expect(HsdsId.safeParse(id).success).toBe(false);
});

it('keeps whole characters and refuses what is no text', () => {
  expect(Name.parse('  Café 🙂  ')).toBe('Café 🙂');
  for (const name of ['  ', 'a\u0000b', 'half \ud83d', 'x'.repeat(301)])
    expect(Name.safeParse(name).success).toBe(false);
});
