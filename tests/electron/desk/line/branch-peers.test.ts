import { expect, test } from 'vitest';
import { planPlace } from '../../../../core/contract/sync/plan.ts';
import { writeStoredPlan } from '../../../../db/content/updates/rollout-plan.ts';
import type { Enrolment } from '../../../../db/ops/enrolment.ts';
import { branchPeers } from '../../../../electron/desk/line/branch-peers.ts';
import { aStore } from '../../../builders/a-store.ts';

const key = (letter: string) => letter.repeat(43);
const enrolment = { library: 'delft', branch: 'hal', server_key: 's', state: 'approved' } as Enrolment;
const place = planPlace('delft', 'hal');

test('a kiosk speaks with the desks in the plan of its own server and branch, a desk with the kiosks', () => {
  const db = aStore('content');
  const tell = (etag: string, devices?: unknown, schedules: unknown[] = []) =>
    writeStoredPlan(db, {
      ...{ server_key: 's', place, number: 1, etag },
      body: JSON.stringify({ library: 'delft', branch: 'hal', number: 1, packs: [], schedules, devices }),
    });
  const [kiosk, desk] = [branchPeers('kiosk'), branchPeers('desk')];
  expect(kiosk(db, enrolment)).toEqual([]);
  tell('a', [
    { key: key('k'), profile: 'kiosk' },
    { key: key('d'), profile: 'desk' },
    { key: key('e'), profile: 'desk' },
  ]);
  expect(kiosk(db, enrolment)).toEqual([key('d'), key('e')]);
  expect(desk(db, enrolment)).toEqual([key('k')]);
  // One is revoked.
  tell('b', [{ key: key('e'), profile: 'desk' }]);
  expect(kiosk(db, enrolment)).toEqual([key('e')]);
  expect(desk(db, enrolment)).toEqual([]);
  for (const other of [
    undefined,
    { ...enrolment, state: 'waiting' },
    { ...enrolment, state: 'revoked' },
    { ...enrolment, branch: 'noord' },
    { ...enrolment, server_key: 't' },
  ])
    expect(kiosk(db, other as Enrolment | undefined)).toEqual([]);
  // One schedule that is refused by now costs nobody the others.
  tell('f', [{ key: key('e'), profile: 'desk' }], [{ id: 'month', freq: 'MONTHLY' }]);
  expect(kiosk(db, enrolment)).toEqual([key('e')]);
  // A server from before there were devices in it, and a plan that is none.
  tell('c');
  expect(kiosk(db, enrolment)).toEqual([]);
  tell('d', [{ key: 'short', profile: 'desk' }]);
  expect(kiosk(db, enrolment)).toEqual([]);
});
