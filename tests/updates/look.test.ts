import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { planPlace } from '../../core/contract/sync/plan.ts';
import { readPackTurn } from '../../db/content/updates/pack-turns.ts';
import { writeStoredPlan } from '../../db/content/updates/rollout-plan.ts';
import { look } from '../../updates/look.ts';
import { folderSource } from '../../updates/source/folder-source.ts';
import { UpdateError } from '../../updates/update-error.ts';
import { aSchedule } from '../builders/a-service.ts';
import { TODAY } from '../builders/today.ts';
import { aRawRepository, NOW, STABLE } from '../builders/updates/raw-repository.ts';
import { upToDate } from '../builders/updates/up-to-date.ts';

const [library, branch, server_key] = ['delft', 'hal', 'key'];
/** A server that is not there: the plan that is known counts. */
const BELONGING = { server: 'http://127.0.0.1:1', device: randomUUID(), library, branch, server_key };

/** A kiosk that shows version 2 and is told to show version 3 when the branch is closed, and looks at a folder. */
async function toldToWait() {
  const { repository, kiosk } = await upToDate();
  repository.publish(3);
  const steps = [
    {
      ...{ rollout: randomUUID(), version: 3, share: 100, state: 'going', show: 'closed' },
      ...{ from: '2026-11-20T00:00:00.000Z', latest: '2026-11-30T00:00:00.000Z' },
    },
  ];
  const plan = {
    library,
    branch,
    number: 1,
    packs: [{ of: STABLE, steps }],
    schedules: [aSchedule()],
    devices: [],
  };
  const place = planPlace(library, branch);
  writeStoredPlan(kiosk.db, { server_key, place, number: 1, etag: '""', body: JSON.stringify(plan) });
  const lookAt = async (folder: string, byHand: boolean) => {
    const { db, dataDir } = kiosk;
    const more = { now: NOW, today: TODAY, follow: [STABLE], belonging: BELONGING, byHand };
    const seen = await look(await folderSource(folder), {
      ...{ db, dataDir, bundledRoot: repository.bundledRoot, ...more },
    }).then(
      ({ prepared }) => prepared[0]?.outcome.kind,
      (error: unknown) => (error instanceof UpdateError ? error.fault : error),
    );
    return [seen, readPackTurn(db, STABLE.pack, 3)?.turn];
  };
  return { repository, lookAt };
}

test('what waits for closing time waits on when a stick of somebody else is plugged in', async () => {
  const { repository, lookAt } = await toldToWait();
  expect(await lookAt(repository.folder, false)).toEqual(['ready', 'closed']);
  expect(await lookAt(aRawRepository(2).folder, true)).toEqual(['untrusted', 'closed']);
  // The stick of the library has it too: somebody wants it now.
  expect(await lookAt(repository.folder, true)).toEqual(['current', 'idle']);
  // What a stranger has beside it on that stick, looked at last, takes nothing back.
  expect(await lookAt(aRawRepository(2).folder, true)).toEqual(['untrusted', 'idle']);
});
