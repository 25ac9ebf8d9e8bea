import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Plan } from '../../../core/contract/sync/plan.ts';
import { planPlace } from '../../../core/contract/sync/plan.ts';
import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import type { RolloutStep } from '../../../core/domain/rollouts/rollout-step.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { readPackTurn } from '../../../db/content/updates/pack-turns.ts';
import { writeStoredPlan } from '../../../db/content/updates/rollout-plan.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { takeTurns } from '../../../db/content/updates/take-turns.ts';
import { followPlan } from '../../../updates/plan/follow-plan.ts';
import { aSchedule } from '../../builders/a-service.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const OF = { library: 'bieb', pack: 'klein', channel: 'stable' as const };
const NOW = Date.parse('2026-11-24T11:00:00Z');

/** A kiosk that shows version 1 (or nothing of the pack), and what its server says of version 2. */
function aKioskThatIsTold({ shows = true } = {}) {
  const db = aStore('content');
  if (shows) installPack(db, aPackToInstall({ version: 1 }));
  const [library, branch, server_key] = ['delft', 'hal', 'key'];
  const belonging = { server: 'http://127.0.0.1:1', device: randomUUID(), library, branch, server_key };
  const step = { rollout: randomUUID(), version: 2, share: 100, from: '2026-11-20T00:00:00.000Z' };
  let number = 0;
  return {
    stage: () => stagePack(db, aPackToInstall({ version: 2 }), { sha256: 'sha-2', body: '{}' }),
    told: (latest: string, state: RolloutStep['state'] = 'going', byHand = false, now = NOW) => {
      const steps: RolloutStep[] = [{ ...step, state, show: 'closed', latest }];
      const plan: Plan = {
        ...{ library, branch, number: ++number, packs: [{ of: OF, steps }] },
        ...{ schedules: [aSchedule()], devices: [] },
      };
      const schedules = [{ id: 'refused by now', freq: 'MONTHLY' }, ...plan.schedules];
      const place = planPlace(library, branch);
      writeStoredPlan(db, {
        server_key,
        place,
        number,
        etag: '""',
        body: JSON.stringify({ ...plan, schedules }),
      });
      return followPlan(db, belonging, { now, byHand });
    },
    turn: () => readPackTurn(db, 'klein', 2),
    shownAt: (time: string) => takeTurns(db, Date.parse(time)).shown,
  };
}

test('a version that waits for closing time waits no longer when its roll-out is widened', () => {
  const kiosk = aKioskThatIsTold();
  const [first, later] = ['2026-12-03T00:00:00.000Z', '2026-12-07T00:00:00.000Z'];
  kiosk.told(first).mayInstall(OF, 2);
  kiosk.stage();
  kiosk.told(later).settle([OF], new Set());
  expect(kiosk.turn()).toMatchObject({ turn: 'closed', latest: first });
  // Also where it is looked at anew before it is settled, and where the plan names an earlier day.
  kiosk.told(later).mayInstall(OF, 2);
  expect(kiosk.turn()?.latest).toBe(first);
  kiosk.told('2026-12-02T00:00:00.000Z').settle([OF], new Set());
  expect(kiosk.turn()?.latest).toBe('2026-12-02T00:00:00.000Z');
});

test('a version that is published a week after its roll-out began is not shown in opening hours', () => {
  const [over, open, closed] = ['2026-11-23T00:00:00.000Z', '2026-11-24T11:05:00Z', '2026-11-24T16:05:00Z'];
  const ready = (kiosk: ReturnType<typeof aKioskThatIsTold>) => {
    kiosk.told(over).mayInstall(OF, 2);
    kiosk.stage();
    kiosk.told(over).settle([OF], new Set());
    return kiosk;
  };
  const kiosk = ready(aKioskThatIsTold());
  expect([kiosk.shownAt(open), kiosk.shownAt(closed)]).toEqual([[], ['klein']]);
  // One that is switched off at night comes to it after a week, however often it looks meanwhile.
  const off = ready(aKioskThatIsTold());
  off.told(over, 'going', false, NOW + 6 * DAY_MS).settle([OF], new Set());
  expect(off.turn()?.latest).toBe('2026-12-01T11:00:00.000Z');
  expect([off.shownAt('2026-12-01T10:59:00Z'), off.shownAt('2026-12-01T11:00:00Z')]).toEqual([[], ['klein']]);
  // Where nothing of the pack is shown, nobody waits for it.
  expect(ready(aKioskThatIsTold({ shows: false })).shownAt(open)).toEqual(['klein']);
});

test('a version that was held and is resumed waits for the week of its new beginning', () => {
  const kiosk = aKioskThatIsTold();
  kiosk.told('2026-11-27T00:00:00.000Z').mayInstall(OF, 2);
  kiosk.stage();
  kiosk.told('2026-11-27T00:00:00.000Z', 'held').settle([OF], new Set());
  expect(kiosk.turn()).toMatchObject({ turn: 'never', latest: null });
  kiosk.told('2026-12-05T00:00:00.000Z').settle([OF], new Set());
  expect(kiosk.turn()).toMatchObject({ turn: 'closed', latest: '2026-12-05T00:00:00.000Z' });
});

test('a stick sets a plan aside for what it brought or has itself, and for nothing else that lies ready', () => {
  const kiosk = aKioskThatIsTold();
  const latest = '2026-12-03T00:00:00.000Z';
  kiosk.told(latest).mayInstall(OF, 2);
  kiosk.stage();
  kiosk.told(latest, 'going', true).settle([OF], new Set(['anders']));
  expect(kiosk.turn()).toMatchObject({ turn: 'closed', latest });
  kiosk.told(latest, 'going', true).settle([OF], new Set(['klein']));
  expect(kiosk.turn()).toMatchObject({ turn: 'idle' });
});
