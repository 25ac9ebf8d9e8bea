import { expect, it } from 'vitest';
import { openTimeBetween } from '../../../../core/domain/alerts/open-time.ts';
import type { Schedule } from '../../../../core/domain/directory/schedule.ts';

const HOUR = 3_600_000;
const schedule = (opens_at: string, closes_at: string) =>
  ({
    id: 'a',
    freq: 'WEEKLY',
    byday: 'MO,TU,WE,TH,FR,SA,SU',
    opens_at,
    closes_at,
    attributes: [],
  }) as unknown as Schedule;
const at = (text: string) => Date.parse(text);

it('counts the hours that are open, from within one span to within another', () => {
  const day = [schedule('10:00', '18:00')];
  expect(openTimeBetween(day, at('2026-11-25T16:00:00Z'), at('2026-11-27T09:30:00Z'))).toBe(9.5 * HOUR);
  expect(openTimeBetween(day, at('2026-11-25T18:00:00Z'), at('2026-11-26T08:00:00Z'))).toBe(0);
});

it('knows of a night that began the day before, and of the hour that is there twice', () => {
  const night = [schedule('20:00', '04:00')];
  expect(openTimeBetween(night, at('2026-11-26T00:00:00Z'), at('2026-11-26T06:00:00Z'))).toBe(3 * HOUR);
  expect(openTimeBetween(night, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(9 * HOUR);
});

it('comes to an end with whoever was away for years, or in the future', () => {
  const day = [schedule('10:00', '18:00')];
  expect(openTimeBetween(day, 0, at('2026-11-26T20:00:00Z'))).toBeGreaterThan(60 * 8 * HOUR - 1);
  expect(openTimeBetween(day, at('2031-01-01T00:00:00Z'), at('2026-11-26T20:00:00Z'))).toBe(0);
});
