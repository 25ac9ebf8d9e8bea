import { expect, test } from 'vitest';
import { planIn } from '../../../../core/contract/sync/plan.ts';
import { aSchedule } from '../../../builders/a-service.ts';

const PLAN = { library: 'delft', branch: 'hal', number: 3, packs: [], schedules: [aSchedule()] };

test('a device reads a plan without the schedules that are refused, and takes none that is wrong elsewhere', () => {
  const refused = { id: 'month', freq: 'MONTHLY', opens_at: '09:00', closes_at: '17:00' };
  expect(planIn({ ...PLAN, schedules: [refused, aSchedule()] })).toEqual({ ...PLAN, devices: [] });
  expect(planIn({ ...PLAN, schedules: 'none' })).toBeUndefined();
  expect(planIn({ ...PLAN, number: -1 })).toBeUndefined();
  expect(planIn(null)).toBeUndefined();
});
