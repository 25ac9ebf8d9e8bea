import { expect, test } from 'vitest';
import { withoutRefused } from '../../../../core/domain/directory/without-refused.ts';
import { aSchedule } from '../../../builders/a-service.ts';

test('leaves out the schedules that are refused, with their place and why, and keeps the rest', () => {
  const { freq: _, ...weekly } = aSchedule({ id: 'oud' });
  const record = { id: 'bieb', schedules: [aSchedule(), { ...weekly, freq: 'YEARLY' }] };
  const { record: left, refused } = withoutRefused(record);
  expect(left).toEqual({ id: 'bieb', schedules: [aSchedule()] });
  expect(refused).toEqual([expect.stringMatching(/^schedules\.1\.freq: /)]);
});

test.each([
  ['of which all are taken', { id: 'bieb', schedules: [aSchedule()] }],
  ['without schedules', { id: 'bieb' }],
  ['with something else in their place', { id: 'bieb', schedules: 'open' }],
  ['that is none', null],
])('gives a record %s back as it is', (_, record) => {
  const left = withoutRefused(record);
  expect(left.record).toBe(record);
  expect(left.refused).toEqual([]);
});
