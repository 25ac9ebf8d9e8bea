import { describe, expect, it } from 'vitest';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import type { DeviceFacts } from '../../../core/domain/alerts/judge-device.ts';
import { type DeviceFare, deviceConcerns } from '../../../core/domain/device-concerns.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const HOUR = 3_600_000;
const FACTS: DeviceFacts = {
  lastHeard: NOW - HOUR,
  approved: 0,
  freeBytes: 50_000_000_000,
  packs: [{ library: 'delft', pack: 'buurt', channel: 'stable', version: 1 }],
  contacts: [],
  schedules: [],
  away: [],
  open: new Set(),
};
const FARE: DeviceFare = { clockSkewMs: 2_000, backlog: 3 };
const NEWEST = [
  { library: 'delft', pack: 'buurt', channel: 'stable', version: 2, since: NOW - 8 * 24 * HOUR },
];

describe('what is wrong with a device', () => {
  it('is nothing when all is well, or when nothing is known', () => {
    expect(deviceConcerns(FACTS, FARE, [], USUAL_RULES, NOW)).toEqual([]);
    const fresh = { ...FACTS, freeBytes: null };
    expect(deviceConcerns(fresh, { clockSkewMs: null, backlog: null }, [], USUAL_RULES, NOW)).toEqual([]);
  });

  it.each([
    ['backlog', { backlog: 2_001 }, { backlog: 2_000 }],
    ['clock', { clockSkewMs: -5 * 60_000 - 1 }, { clockSkewMs: -5 * 60_000 }],
  ] as const)('is that it is %s, and not before', (concern, over, under) => {
    expect(deviceConcerns(FACTS, { ...FARE, ...over }, [], USUAL_RULES, NOW)).toEqual([concern]);
    expect(deviceConcerns(FACTS, { ...FARE, ...under }, [], USUAL_RULES, NOW)).toEqual([]);
  });

  it('is what its library is warned of, by the same rules, worst first', () => {
    const facts: DeviceFacts = {
      ...FACTS,
      lastHeard: NOW - 24 * HOUR,
      freeBytes: 0,
      contacts: [{ at: NOW - 1, starts: 9 }],
    };
    const fare = { clockSkewMs: 9e9, backlog: 9e9 };
    const concerns = ['silent', 'crash-looping', 'full', 'stale', 'backlog', 'clock'];
    expect(deviceConcerns(facts, fare, NEWEST, USUAL_RULES, NOW)).toEqual(concerns);
    const patient = { ...USUAL_RULES, silentHours: 48, staleDays: 9, startsPerHour: 10 };
    expect(deviceConcerns(facts, fare, NEWEST, patient, NOW)).toEqual(['full', 'backlog', 'clock']);
  });
});
