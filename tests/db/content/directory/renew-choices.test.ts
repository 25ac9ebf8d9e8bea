import { expect, test } from 'vitest';
import { readService } from '../../../../db/content/directory/read-directory.ts';
import { renewChoices } from '../../../../db/content/directory/renew-choices.ts';
import { aDirectory } from '../../../builders/a-directory.ts';
import { aSchedule, aService } from '../../../builders/a-service.ts';

test('schedules that an earlier version took and this one refuses go, of services and of their places', () => {
  const refused = { id: 'month', freq: 'MONTHLY' as const, opens_at: '09:00', closes_at: '17:00' };
  const schedules = [refused, aSchedule()];
  const location = { id: 'bieb', location_type: 'physical' as const, name: 'Bibliotheek', schedules };
  const shared = { id: 'elders', location_type: 'physical' as const, schedules: [aSchedule()] };
  const db = aDirectory([
    aService({ id: 'own', schedules, service_at_locations: [{ id: 'a', schedules, location: shared }] }),
    aService({ id: 'there', schedules: [], service_at_locations: [{ id: 'b', location }] }),
    aService({ id: 'none', schedules: undefined, service_at_locations: undefined }),
  ]);
  const before = readService(db, 'none');
  const hours = () => db.prepare('SELECT hours FROM directory_services ORDER BY number').pluck().all();
  expect(renewChoices(db)).toBe(false);
  db.prepare("UPDATE directories SET digest = 'choices-1 test'").run();
  expect(renewChoices(db)).toBe(true);
  const left = [aSchedule()];
  expect(readService(db, 'own')).toMatchObject({
    schedules: left,
    service_at_locations: [{ schedules: left, location: shared }],
  });
  expect(readService(db, 'there')?.service_at_locations).toEqual([
    { id: 'b', location: { ...location, schedules: left } },
  ]);
  expect(readService(db, 'none')).toEqual(before);
  for (const each of hours()) expect(each).not.toContain('MONTHLY');
  expect(renewChoices(db)).toBe(false);
});
