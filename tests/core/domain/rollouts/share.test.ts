import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInShare, placeInRollout } from '../../../../core/domain/rollouts/share.ts';

const id = fc.uuid({ version: 4 });
const percent = fc.integer({ min: 0, max: 100 });

describe('the share of a roll-out', () => {
  test('is the same for a device every time, and lies between 0 and 100', () => {
    fc.assert(
      fc.property(id, id, (device, rollout) => {
        const place = placeInRollout(device, rollout);
        expect(placeInRollout(device, rollout)).toBe(place);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(100);
      }),
    );
  });

  test('keeps whoever is in it when it grows; none are in 0, all in 100', () => {
    fc.assert(
      fc.property(id, id, percent, percent, (device, rollout, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(isInShare(device, rollout, less) && !isInShare(device, rollout, more)).toBe(false);
        expect(isInShare(device, rollout, 0)).toBe(false);
        expect(isInShare(device, rollout, 100)).toBe(true);
      }),
    );
  });

  test('is about as large as it says, and the tenths are alike', () => {
    const rollout = randomUUID();
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let device = 0; device < 10_000; device++) {
      const tenth = Math.floor(placeInRollout(randomUUID(), rollout) / 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Six standard deviations of 30: once in hundreds of millions.
    for (const number of tenths) expect(Math.abs(number - 1000)).toBeLessThan(180);
  });

  test('puts devices with ids in a row all over the place, and in another order for another roll-out', () => {
    const ids = Array.from(
      { length: 1000 },
      (_, n) => `3f8a5d2e-6b1c-4f7a-9d3e-${String(n).padStart(12, '0')}`,
    );
    const first = (rollout: string) => new Set(ids.filter((device) => isInShare(device, rollout, 10)));
    const [one, other] = [first(randomUUID()), first(randomUUID())];
    expect(one.size).toBeGreaterThan(50);
    expect(one.size).toBeLessThan(160);
    expect([...one].filter((device) => other.has(device)).length).toBeLessThan(50);
  });

  test('stays what it is: a device must not change its place with a new version of the app', () => {
    const places = ['a', 'b', 'c'].map((device) => placeInRollout(device, 'rollout'));
    expect(places).toEqual([85.6, 71.95, 14.05]);
  });
});
