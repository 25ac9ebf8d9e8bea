import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BranchHours } from '../../../../core/contract/administration/rollout.ts';
import { Weekday } from '../../../../core/domain/directory/schedule.ts';
import {
  faultyDays,
  schedulesOf,
  type WeekHours,
  weekOf,
} from '../../../../core/domain/directory/week-hours.ts';
import { aSchedule } from '../../../builders/a-service.ts';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const week = fc
  .array(fc.option(fc.record({ opens: time, closes: time }), { nil: undefined }), {
    minLength: 7,
    maxLength: 7,
  })
  .map((days) =>
    Object.fromEntries(
      Weekday.options.flatMap((day, at) => {
        const hours = days[at];
        return hours === undefined ? [] : [[day, hours] as const];
      }),
    ),
  );

it('gives every week back as it was, in schedules that the server takes', () => {
  fc.assert(
    fc.property(week, (hours: WeekHours) => {
      const schedules = schedulesOf(hours);
      expect(weekOf(schedules)).toEqual(hours);
      expect(BranchHours.safeParse({ schedules }).success).toBe(schedules.length > 0);
      expect(new Set(schedules.map(({ id }) => id)).size).toBe(schedules.length);
    }),
  );
});

it('writes days with the same hours as one', () => {
  const same = { opens: '10:00', closes: '18:00' };
  const short = { opens: '10:00', closes: '16:00' };
  expect(schedulesOf({ MO: same, TU: same, TH: short, SU: same })).toMatchObject([
    { byday: 'MO,TU,SU', opens_at: '10:00', closes_at: '18:00' },
    { byday: 'TH', opens_at: '10:00', closes_at: '16:00' },
  ]);
});

it.each([
  ['two openings on a day', [aSchedule({ byday: 'MO' }), aSchedule({ id: 'evening', byday: 'MO' })]],
  ['other hours for a while', [aSchedule({ valid_from: '2027-07-01' })]],
  ['every second week', [aSchedule({ interval: 2 })]],
  ['the first Monday of the month', [aSchedule({ freq: 'MONTHLY', byday: '1MO' })]],
  ['days on which it is closed', [aSchedule({ opens_at: undefined, closes_at: undefined })]],
  ['no days', [aSchedule({ byday: undefined })]],
  ['no rule', [aSchedule({ freq: undefined })]],
])('is no plain week with %s', (_, schedules) => expect(weekOf(schedules)).toBeUndefined());

it('keeps a note with a schedule out of the week, and no rule', () => {
  expect(weekOf([aSchedule({ byday: 'MO', notes: 'With the café.' })])).toEqual({
    MO: { opens: '09:00', closes: '17:00' },
  });
});

it('names the days that close before they open', () => {
  const right = { opens: '09:00', closes: '09:01' };
  expect(
    faultyDays({ MO: right, TU: { opens: '18:00', closes: '10:00' }, WE: { opens: '', closes: '' } }),
  ).toEqual(['TU', 'WE']);
  expect(faultyDays({ FR: { opens: '10:00', closes: '10:00' }, SA: { opens: '', closes: '17:00' } })).toEqual(
    [...['FR', 'SA']],
  );
});
