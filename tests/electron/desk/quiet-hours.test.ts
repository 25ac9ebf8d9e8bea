import { expect, it } from 'vitest';
import { planPlace } from '../../../core/contract/sync/plan.ts';
import { DeskLists } from '../../../core/domain/desk/desk-lists.ts';
import { writeStoredPlan } from '../../../db/content/updates/rollout-plan.ts';
import type { Enrolment } from '../../../db/ops/enrolment.ts';
import { branchSchedules, deskHours, quietHours } from '../../../electron/desk/quiet-hours.ts';
import { aStore } from '../../builders/a-store.ts';

const OPEN = [
  {
    id: 'dagelijks',
    freq: 'WEEKLY' as const,
    byday: 'MO,TU,WE,TH,FR',
    opens_at: '10:00',
    closes_at: '17:00',
    attributes: [],
  },
];
/** A Thursday. */
const at = (time: string) => new Date(`2026-11-26T${time}:00+01:00`);

it('reminds after two open hours of this day in which nothing was logged', () => {
  expect(quietHours(OPEN, undefined, at('11:59'))).toBeNull();
  expect(quietHours(OPEN, undefined, at('12:30'))).toBe(2);
  expect(quietHours(OPEN, at('12:00').toISOString(), at('13:59'))).toBeNull();
  expect(quietHours(OPEN, at('12:00').toISOString(), at('15:00'))).toBe(3);
});

it('reminds of an opening that was too short for that, once it has ended and nothing was logged in it', () => {
  const short = [{ ...OPEN[0], id: 'kort', closes_at: '11:30' }] as typeof OPEN;
  expect(quietHours(short, undefined, at('11:29'))).toBeNull();
  expect(quietHours(short, undefined, at('11:45'))).toBe(0);
  expect(quietHours(short, at('09:50').toISOString(), at('11:45'))).toBe(0);
  expect(quietHours(short, at('10:20').toISOString(), at('11:45'))).toBeNull();
  expect(quietHours(short, at('11:40').toISOString(), at('11:45'))).toBeNull();
  // Of two openings of one day it is the one that ended last.
  const twice = [
    ...short,
    { ...OPEN[0], id: 'middag', opens_at: '14:00', closes_at: '15:00' },
  ] as typeof OPEN;
  expect(quietHours(twice, at('11:20').toISOString(), at('14:30'))).toBeNull();
  expect(quietHours(twice, at('11:20').toISOString(), at('15:10'))).toBe(0);
});

it('is not silenced by a question of a clock that ran ahead', () => {
  expect(quietHours(OPEN, '2027-11-26T09:00:00.000Z', at('15:00'))).toBe(5);
  expect(quietHours(OPEN, at('15:01').toISOString(), at('15:00'))).toBe(5);
});

it('does not count hours in which nobody was there, and reminds of nothing where nobody said when it is open', () => {
  expect(quietHours(OPEN, undefined, at('09:00'))).toBeNull();
  expect(quietHours(OPEN, at('16:00').toISOString(), at('23:00'))).toBeNull();
  expect(quietHours([], undefined, at('15:00'))).toBeNull();
});

it('goes by the hours that the server told of this branch, and without any by those that the library wrote for its desk', () => {
  const db = aStore('content');
  const enrolment = { library: 'delft', branch: 'hal', server_key: 's', state: 'approved' } as Enrolment;
  const tell = (schedules: unknown) =>
    writeStoredPlan(db, {
      ...{ server_key: 's', place: planPlace('delft', 'hal'), number: 1, etag: 'a' },
      body: JSON.stringify({ library: 'delft', branch: 'hal', number: 1, packs: [], schedules, devices: [] }),
    });
  const own = DeskLists.parse({
    ...{ subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'information' }] },
    ...{
      organizations: [],
      places: [],
      schedules: [{ ...OPEN[0], opens_at: '13:00', attributes: undefined }],
    },
  }).schedules;
  const hours = (of: Enrolment | undefined, time = '15:00') =>
    quietHours(deskHours(branchSchedules(db, of), own), undefined, at(time));
  expect(hours(undefined)).toBe(2);
  expect(hours(enrolment)).toBe(2);
  tell([]);
  expect(hours(enrolment)).toBe(2);
  tell(OPEN);
  expect(hours(enrolment)).toBe(5);
  tell([{ id: 'month', freq: 'MONTHLY' }, ...OPEN]);
  expect(hours(enrolment)).toBe(5);
  // Of another branch it says nothing.
  expect(hours({ ...enrolment, branch: 'noord' })).toBe(2);
  expect(deskHours([], [])).toEqual([]);
});
