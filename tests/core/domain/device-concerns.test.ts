import { describe, expect, it } from 'vitest';
import { type DeviceFare, deviceConcerns } from '../../../core/domain/device-concerns.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const HOUR = 3_600_000;
const WELL: DeviceFare = {
  lastContact: NOW - HOUR,
  clockSkewMs: 2_000,
  backlog: 3,
  freeBytes: 50_000_000_000,
  starts: 1,
};

describe('what is wrong with a device', () => {
  it('is nothing when all is well, or when it never called', () => {
    expect(deviceConcerns(WELL, NOW)).toEqual([]);
    const fresh = { lastContact: undefined, clockSkewMs: null, backlog: null, freeBytes: null, starts: 0 };
    expect(deviceConcerns(fresh, NOW)).toEqual([]);
  });

  it.each([
    ['silent', { lastContact: NOW - 97 * HOUR }, { lastContact: NOW - 95 * HOUR }],
    ['falling-over', { starts: 7 }, { starts: 6 }],
    ['full', { freeBytes: 999_999_999 }, { freeBytes: 1_000_000_000 }],
    ['backlog', { backlog: 2_001 }, { backlog: 2_000 }],
    ['clock', { clockSkewMs: -5 * 60_000 - 1 }, { clockSkewMs: -5 * 60_000 }],
  ] as const)('is that it is %s, and not before', (concern, over, under) => {
    expect(deviceConcerns({ ...WELL, ...over }, NOW)).toEqual([concern]);
    expect(deviceConcerns({ ...WELL, ...under }, NOW)).toEqual([]);
  });

  it('is told worst first', () => {
    expect(deviceConcerns({ ...WELL, starts: 9, freeBytes: 0, clockSkewMs: 9e9 }, NOW)).toEqual([
      'falling-over',
      'full',
      'clock',
    ]);
  });
});
