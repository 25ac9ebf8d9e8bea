import { z } from 'zod';
import { checkRecord } from './check-record.ts';
import { Schedule } from './schedule.ts';

/**
 * Schedules as a store has kept them, as JSON: without those that an earlier version took and this one would refuse. One
 * of them must not keep the others from being read.
 */
export function keptSchedules(json: string): Schedule[] {
  return checkRecord(z.array(Schedule), JSON.parse(json)).value ?? [];
}
