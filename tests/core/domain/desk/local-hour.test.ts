import { expect, it } from 'vitest';
import {
  dayOf,
  hourOfDay,
  LocalHour,
  localHour,
  localHourOf,
} from '../../../../core/domain/desk/local-hour.ts';

it('is the hour on the wall, in winter and in summer', () => {
  expect(localHourOf(new Date('2026-11-26T13:59:59.999Z'))).toBe('2026-11-26T14');
  expect(localHourOf(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02T00');
});

it('can be taken apart and put together', () => {
  expect(localHour('2026-11-26', 9)).toBe('2026-11-26T09');
  expect(dayOf('2026-11-26T09')).toBe('2026-11-26');
  expect(hourOfDay('2026-11-26T09')).toBe(9);
});

it.each(['2026-11-26T24', '2026-11-26', '2026-11-26T14:00', '2025-02-29T10', '2026-11-26T9'])(
  'is not %s',
  (text) => {
    expect(LocalHour.safeParse(text).success).toBe(false);
  },
);
