import { expect, test } from 'vitest';
import type { Schedule } from '../../../../core/domain/directory/schedule.ts';
import { serviceWithoutRefused } from '../../../../core/domain/directory/service-without-refused.ts';
import { aSchedule, aService } from '../../../builders/a-service.ts';

const refused = { ...aSchedule({ id: 'oud' }), freq: 'YEARLY' } as unknown as Schedule;
const withPlace = (schedules: Schedule[]) => {
  const service = aService();
  const [at] = service.service_at_locations ?? [];
  if (at?.location === undefined) throw new Error('The service of the tests has a place.');
  return { ...service, service_at_locations: [{ ...at, location: { ...at.location, schedules } }] };
};

test('gives a service in which nothing is refused back as it is', () => {
  const service = withPlace([aSchedule()]);
  expect(serviceWithoutRefused(service)).toEqual({ service, isChanged: false, changedPlaces: [] });
  expect(serviceWithoutRefused(service).service).toBe(service);
});

test('leaves out a schedule of the service itself', () => {
  const { service, isChanged, changedPlaces } = serviceWithoutRefused(
    aService({ schedules: [aSchedule(), refused] }),
  );
  expect(service.schedules).toEqual([aSchedule()]);
  expect([isChanged, changedPlaces]).toEqual([true, []]);
});

test('leaves out a schedule of a place, which is no change of the service', () => {
  const { service, isChanged, changedPlaces } = serviceWithoutRefused(withPlace([refused]));
  expect(service.service_at_locations?.[0]?.location?.schedules).toEqual([]);
  expect([isChanged, changedPlaces.map(({ id }) => id)]).toEqual([false, ['bieb']]);
});
