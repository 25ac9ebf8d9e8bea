import { describe, expect, it } from 'vitest';
import { offeredTo } from '../../../../core/domain/alerts/offered-to.ts';
import { type RolloutStep, SHOWN_WITHIN_MS } from '../../../../core/domain/rollouts/rollout-step.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-27T12:00:00Z');
const OF = { library: 'delft', pack: 'buurt', channel: 'stable' };
const NEWEST = { ...OF, version: 2, since: NOW - 30 * DAY };
const KIOSK = { id: 'kiosk', packs: [{ ...OF, version: 1 }] };
const STEP: RolloutStep = {
  rollout: 'b2c4c6f2-5f1c-4f0e-8f3a-0a4d0a7c1e11',
  version: 2,
  state: 'going',
  share: 100,
  from: new Date(NOW - 3 * DAY).toISOString(),
  show: 'idle',
  latest: new Date(NOW - 2 * DAY + SHOWN_WITHIN_MS).toISOString(),
};
const offered = (step: Partial<RolloutStep>) =>
  offeredTo(KIOSK, [NEWEST], [{ of: OF, steps: [{ ...STEP, ...step }] }], NOW);

describe('the versions that a device may have', () => {
  it('are all of them where nothing is rolled out, or another pack is', () => {
    expect(offeredTo(KIOSK, [NEWEST], [], NOW)).toEqual([NEWEST]);
    const other = { of: { ...OF, channel: 'test' }, steps: [{ ...STEP, state: 'held' as const }] };
    expect(offeredTo(KIOSK, [NEWEST], [other], NOW)).toEqual([NEWEST]);
  });

  it.each<[string, Partial<RolloutStep>]>([
    ['held', { state: 'held' }],
    ['rolled back', { state: 'rolled-back' }],
    ['not this device yet', { share: 0 }],
    ['still to start', { from: new Date(NOW + DAY).toISOString() }],
    ['of a lower version', { version: 1 }],
  ])('are none that a roll-out holds back: it is %s', (_, step) => {
    expect(offered(step)).toEqual([]);
  });

  it('are all versions above the one that it shows, each judged by what lets it in', () => {
    const below = { ...NEWEST, version: 1 };
    const next = { ...NEWEST, version: 3, since: NOW - DAY };
    const plans = [{ of: OF, steps: [STEP] }];
    const to = (version: number) =>
      offeredTo({ id: 'kiosk', packs: [{ ...OF, version }] }, [below, NEWEST, next], plans, NOW);
    // No roll-out lets in the third version.
    expect(to(1)).toEqual([{ ...NEWEST, since: NOW - 2 * DAY }]);
    expect(to(0).map(({ version }) => version)).toEqual([1, 2]);
    expect(to(2)).toEqual([]);
  });

  it('are there since the roll-out lets the device in, and not before the server had them', () => {
    expect(offered({})).toEqual([{ ...NEWEST, since: NOW - 2 * DAY }]);
    expect(offered({ latest: new Date(NOW - 60 * DAY).toISOString() })).toEqual([NEWEST]);
  });

  it('may wait for closing time as long as the roll-out lets them', () => {
    const latest = new Date(NOW - DAY).toISOString();
    expect(offered({ show: 'closed', latest })).toEqual([{ ...NEWEST, since: NOW - DAY }]);
    // Published after the roll-out began.
    const fresh = { ...NEWEST, since: NOW - 3 * DAY };
    const closed = [{ of: OF, steps: [{ ...STEP, show: 'closed' as const, latest }] }];
    expect(offeredTo(KIOSK, [fresh], closed, NOW)).toEqual([{ ...fresh, since: NOW + 4 * DAY }]);
  });
});
