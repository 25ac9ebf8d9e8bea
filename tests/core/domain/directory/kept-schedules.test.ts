import { expect, test } from 'vitest';
import { keptSchedules } from '../../../../core/domain/directory/kept-schedules.ts';
import { aSchedule } from '../../../builders/a-service.ts';

test('one schedule that is refused by now keeps no other from being read', () => {
  const refused = { id: 'month', freq: 'MONTHLY', opens_at: '09:00', closes_at: '17:00' };
  const last = aSchedule({ id: 'last' });
  expect(keptSchedules(JSON.stringify([aSchedule(), refused, last]))).toEqual([aSchedule(), last]);
  expect(keptSchedules(JSON.stringify([refused]))).toEqual([]);
});
