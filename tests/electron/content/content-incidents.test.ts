import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { finishScrub, noteLost } from '../../../db/content/updates/scrub-status.ts';
import { writeEnrolment } from '../../../db/ops/enrolment.ts';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { openContentHouse } from '../../../electron/content/content-house.ts';
import { startContentScrub } from '../../../electron/updates/content-scrub.ts';
import { batchToSend } from '../../../updates/outbox/batches.ts';
import { askingKey } from '../../../updates/outbox/device-key-file.ts';
import { nameOf, type Rot } from '../../../updates/scrub/scrub-plan.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';

const NOW = new Date('2026-11-27T14:41:07Z');

/** A kiosk that belongs to a server, and what it tells of what went wrong. */
async function aKiosk() {
  const dataDir = aDataFolder();
  const house = openContentHouse({
    ...{ dataDir, packsDir: dirname(packFolder()), migrationsDir: MIGRATIONS, nativeBinding: undefined },
    ...{ now: () => NOW, log: aLog() },
  });
  await house.filled();
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  writeEnrolment(ops, {
    ...{ server: 'https://balie.example/', library: 'bieb', branch: 'Centrum', state: 'approved' },
    ...{ device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', server_key: 'A'.repeat(43) },
  });
  askingKey(dataDir, 'https://balie.example/', '').use();
  const health = { appVersion: '0.1.0', packs: [], freeBytes: null };
  const told = (): unknown =>
    JSON.parse(String(batchToSend(ops, dataDir, health, NOW)?.body)).health.incidents;
  const fail = (code: string) =>
    house.change(() => {
      throw Object.assign(new Error(code), { code });
    });
  return { house, told, fail };
}

test('the next batch tells the server of what content may have brought about', async () => {
  const { house, told, fail } = await aKiosk();
  house.incident('page-hung', 'the page of a visit did not answer');
  house.incident('picture-damaged', 'other bytes');
  house.report('content-lost', 'the picture huis');
  fail('SQLITE_CONSTRAINT');
  expect(told()).toEqual(['page-hung', 'picture-damaged', 'content-lost', 'content-not-changed']);
});

test('damage is told of once, as damage', async () => {
  const { house, told, fail } = await aKiosk();
  fail('SQLITE_CORRUPT');
  await house.read(
    () => undefined,
    () => undefined,
  );
  expect(told()).toEqual(['content-damaged']);
});

test('a disk that takes nothing is not told as if content brought it about', async () => {
  const { told, fail } = await aKiosk();
  fail('SQLITE_FULL');
  fail('SQLITE_READONLY');
  expect(told()).toEqual([]);
});

/** A start of a kiosk with this data folder, which looks at all that it stored and finds this lost. */
async function start(dataDir: string, lost: readonly Rot[]) {
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const packsDir = dirname(packFolder());
  const log = aLog();
  const house = openContentHouse({ ...places, packsDir, now: () => NOW, log });
  await house.filled();
  let look: () => void | Promise<void> = () => undefined;
  startContentScrub({
    ...{ ...places, packsDir, log, everyMs: 1, now: () => NOW, today: house.today },
    ...{ change: house.change, mend: house.mend, incident: house.incident },
    ...{ report: house.report, remind: house.remind },
    ...{ isQuiet: () => true, redraw: () => undefined, sticks: () => [] },
    later: (act) => {
      look = act;
    },
    runScrub: async (_, { hear }) => {
      for (const rot of lost) {
        house.change((db) => noteLost(db, nameOf(rot)));
        hear(rot);
      }
      house.change((db) => finishScrub(db, 0));
      return { ok: true };
    },
  });
  const atStart = house.troubles();
  await look();
  await house.fillAgain();
  return { atStart, troubles: house.troubles() };
}

test('what rotted is told to staff at each start, and written down for the server once', async () => {
  const dataDir = aDataFolder();
  const picture = (digit: string): Rot => ({ kind: 'picture', sha256: digit.repeat(64), from: undefined });
  expect(await start(dataDir, [picture('a')])).toEqual({ atStart: [], troubles: ['content-lost'] });
  const again = { atStart: ['content-lost'], troubles: ['content-lost'] };
  const codes = () => listIncidents(aStore('ops', join(dataDir, 'ops.db'))).map(({ code }) => code);
  expect(await start(dataDir, [picture('a')])).toEqual(again);
  expect(codes()).toEqual(['content-lost']);
  expect(await start(dataDir, [picture('a'), picture('b')])).toEqual(again);
  expect(codes()).toEqual(['content-lost', 'content-lost']);
});
