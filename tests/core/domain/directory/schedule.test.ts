import { expect, test } from 'vitest';
import { hasRule, Schedule } from '../../../../core/domain/directory/schedule.ts';
import { aSchedule } from '../../../builders/a-service.ts';

const faultOf = (schedule: object) => Schedule.safeParse(schedule).error?.issues[0]?.message;

test.each([
  ['a week', aSchedule()],
  ['the first Tuesday and the last Friday of a month', aSchedule({ freq: 'MONTHLY', byday: '1TU,-1FR' })],
  [
    'the first and the last day of a month',
    { id: 'm', freq: 'MONTHLY', bymonthday: '1,-1', valid_from: '2026-01-01' },
  ],
  ['days on which it is closed', { id: 'dicht', valid_from: '2026-12-25', valid_to: '2026-12-26' }],
  ['hours on the Dutch clock, in summer', aSchedule({ timezone: 2 })],
  ['every other week from a day on', aSchedule({ interval: 2, dtstart: '2026-01-05' })],
])('takes %s', (_, schedule) => {
  expect(faultOf(schedule)).toBeUndefined();
});

test.each([
  ['opens and never closes', { ...aSchedule(), closes_at: undefined }, 'one of opens_at and closes_at'],
  ['is weekly on the first Monday', aSchedule({ byday: '1MO' }), 'write MONTHLY'],
  ['counts from nowhere', aSchedule({ count: 4 }), 'does not say from when'],
  ['skips weeks from nowhere', aSchedule({ interval: 2 }), 'does not say from when'],
  ['says no days', { id: 'x', freq: 'WEEKLY' }, 'on which days'],
  ['ends a rule that it does not have', { id: 'x', until: '2026-12-31' }, 'and has none'],
  ['is on another clock', { ...aSchedule(), timezone: 5 }, 'the Dutch clock'],
  ['names no day of the week', aSchedule({ byday: 'MA,DI' }), 'no list of days'],
])('refuses what %s', (_, schedule, fault) => {
  expect(faultOf(schedule)).toContain(fault);
});

test('comes back by a rule, also one that leaves its frequency out', () => {
  expect(hasRule({ byday: 'MO' })).toBe(true);
  expect(hasRule({ freq: 'WEEKLY' })).toBe(true);
  expect(hasRule({})).toBe(false);
});
