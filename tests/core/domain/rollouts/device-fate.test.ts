import { describe, expect, it } from 'vitest';
import {
  ailmentOf,
  type DeviceFate,
  isWatched,
  SICK_STARTS,
} from '../../../../core/domain/rollouts/device-fate.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-23T08:00:00Z');
const fate = (more: Partial<DeviceFate> = {}): DeviceFate => ({
  ...{ installedAt: START, since: START, lastContact: START, listeningSince: 0 },
  ...{ starts: 1, incidents: [], wentBack: false, ...more },
});

it('watches a device for a week after it got the version', () => {
  expect(isWatched(START, START + 7 * 24 * HOUR)).toBe(true);
  expect(isWatched(START, START + 7 * 24 * HOUR + 1)).toBe(false);
  expect(ailmentOf(fate({ starts: SICK_STARTS }), START + 8 * 24 * HOUR)).toBeUndefined();
});

describe('a device is silent', () => {
  const later = (hours: number, more: Partial<DeviceFate> = {}) =>
    ailmentOf(fate(more), START + hours * HOUR);

  it('when it was heard before and not for longer than a weekend since', () => {
    expect(later(72)).toBeUndefined();
    expect(later(73)).toBe('silent');
  });

  it('without the version too: it may have died of getting it', () => {
    expect(later(73, { installedAt: undefined })).toBe('silent');
  });

  it('and not when it was silent already, was never heard, or the server itself was away', () => {
    expect(later(73, { lastContact: START - 73 * HOUR })).toBeUndefined();
    expect(later(73, { lastContact: undefined })).toBeUndefined();
    expect(later(73, { listeningSince: START + 10 * HOUR })).toBeUndefined();
  });
});

it('starts and incidents say nothing of a version that a device does not have', () => {
  const more = { installedAt: undefined, starts: SICK_STARTS, wentBack: true };
  expect(ailmentOf(fate(more), START + HOUR)).toBeUndefined();
});
