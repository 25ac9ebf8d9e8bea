import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRolledBack, mayInstall, type Wanted } from '../../../../core/domain/rollouts/may-install.ts';
import { RolloutState, type RolloutStep } from '../../../../core/domain/rollouts/rollout-step.ts';
import { isInShare } from '../../../../core/domain/rollouts/share.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const device = randomUUID();
const step = (version: number, more: Partial<RolloutStep> = {}): RolloutStep => ({
  rollout: randomUUID(),
  version,
  state: 'going',
  share: 100,
  from: '2026-11-26T11:00:00Z',
  show: 'idle',
  latest: '2026-12-03T11:00:00Z',
  ...more,
});
const wanted = (version: number, more: Partial<Wanted> = {}): Wanted => ({
  ...{ device, version, now: NOW, byHand: false },
  ...more,
});
const ask = (steps: readonly RolloutStep[], version: number, more: Partial<Wanted> = {}) => {
  const verdict = mayInstall(steps, wanted(version, more));
  return verdict.may ? verdict.show : verdict.why;
};

describe('a device may install a version', () => {
  test('that no roll-out is about, as long as none is about its pack', () => {
    expect(ask([], 8)).toBe('idle');
    expect(ask([step(8)], 9)).toBe('not-planned');
  });

  test('from its start on, and in its share', () => {
    expect(ask([step(8)], 8)).toBe('idle');
    expect(ask([step(8, { from: '2026-11-26T12:00:00Z' })], 8)).toBe('idle');
    expect(ask([step(8, { from: '2026-11-26T12:00:01Z' })], 8)).toBe('not-yet');
    expect(ask([step(8, { share: 0 })], 8)).toBe('not-yet');
    expect(ask([step(8, { show: 'closed' })], 8)).toBe('closed');
  });

  test('below one that it may have, unless that very version was stopped or has its own turn', () => {
    expect(ask([step(10, { show: 'closed' })], 9)).toBe('closed');
    expect(ask([step(10), step(9, { state: 'held' })], 9)).toBe('held');
    expect(ask([step(10), step(9, { share: 0 })], 9)).toBe('not-yet');
    expect(ask([step(10, { state: 'held' }), step(8)], 9)).toBe('not-planned');
    expect(ask([step(10, { state: 'held' }), step(8)], 8)).toBe('idle');
  });

  test('that somebody brought by hand, but for one that was stopped', () => {
    const byHand = { byHand: true };
    expect(ask([step(8, { share: 0, from: '2027-01-01T00:00:00Z', show: 'closed' })], 8, byHand)).toBe(
      'idle',
    );
    expect(ask([step(8)], 9, byHand)).toBe('idle');
    expect(ask([step(8, { state: 'held' })], 8, byHand)).toBe('held');
    expect(ask([step(8, { state: 'rolled-back' })], 8, byHand)).toBe('held');
  });

  test('never when it was stopped, and by every other roll-out only inside a share that began', () => {
    const steps = fc.uniqueArray(
      fc.record({
        rollout: fc.uuid({ version: 4 }),
        version: fc.integer({ min: 1, max: 6 }),
        state: fc.constantFrom(...RolloutState.options),
        share: fc.integer({ min: 0, max: 100 }),
        from: fc.constantFrom('2026-11-26T11:00:00Z', '2026-11-26T13:00:00Z'),
        show: fc.constantFrom('idle' as const, 'closed' as const),
        latest: fc.constant('2026-12-03T11:00:00Z'),
      }),
      { selector: ({ version }) => version, minLength: 1 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 7 }), fc.uuid({ version: 4 }), (all, version, of) => {
        const { may } = mayInstall(all, wanted(version, { device: of }));
        const stopped = all.some((each) => each.version === version && each.state !== 'going');
        const open = all.filter(
          (each) =>
            each.state === 'going' && Date.parse(each.from) <= NOW && isInShare(of, each.rollout, each.share),
        );
        const own = all.some((each) => each.version === version);
        expect(may).toBe(
          !stopped && open.some((each) => (own ? each.version === version : each.version > version)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

test('a version was rolled back when its own roll-out was', () => {
  const steps = [step(9), step(8, { state: 'rolled-back' }), step(7, { state: 'held' })];
  expect([9, 8, 7, 6].map((version) => isRolledBack(steps, version))).toEqual([false, true, false, false]);
});
