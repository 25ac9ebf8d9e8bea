import { expect, test } from 'vitest';
import { mayShow } from '../../../../core/domain/rollouts/may-show.ts';
import { aSchedule } from '../../../builders/a-service.ts';

// Thursday 26 November 2026; the Dutch clock is an hour ahead of UTC.
const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`);
const schedules = [aSchedule({ opens_at: '10:00', closes_at: '18:00' })];

test('what shows when nobody is there waits for no hours', () => {
  expect(mayShow({ show: 'idle', latest: null, schedules }, at('12:00'))).toBe(true);
});

test('what waits for closing time is shown before opening and from closing on', () => {
  const shown = (time: string) => mayShow({ show: 'closed', latest: null, schedules }, at(time));
  expect(['08:59', '09:00', '16:59', '17:00'].map(shown)).toEqual([true, false, false, true]);
});

test.each([
  ['where nobody gave the hours', []],
  ['where the hours ran out', [aSchedule({ opens_at: '10:00', closes_at: '18:00', valid_to: '2026-10-31' })]],
])('%s, it is shown in the night', (_, hours) => {
  const shown = (time: string) => mayShow({ show: 'closed', latest: null, schedules: hours }, at(time));
  expect(['05:59', '06:00', '12:00', '20:59', '21:00'].map(shown)).toEqual([true, false, false, false, true]);
});

test('nothing waits longer than the latest moment', () => {
  const latest = '2026-11-26T12:00:00Z';
  for (const hours of [schedules, []]) {
    expect(mayShow({ show: 'closed', latest, schedules: hours }, at('11:59'))).toBe(false);
    expect(mayShow({ show: 'closed', latest, schedules: hours }, at('12:00'))).toBe(true);
  }
});
