import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installPack } from '../../../db/content/install-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { startContentUpdates } from '../../../electron/updates/content-updates.ts';
import type { UpdaterReply } from '../../../electron/updates/look-job.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';
import { STABLE } from '../../builders/updates/raw-repository.ts';

/** A kiosk whose process that updates answers this; what it changes goes as in the real house: what fails is not thrown. */
function following(reply: UpdaterReply) {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall({ version: 1 }));
  const settings = { address: 'https://packs.example/', follow: [STABLE] };
  writeFileSync(join(dataDir, 'repository.json'), JSON.stringify(settings));
  const updates = startContentUpdates({
    ...{ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined, log: aLog() },
    ...{ now: () => new Date(7), today: () => TODAY, untilNext: () => 1, later: () => undefined },
    ...{ isQuiet: () => true, redraw: () => undefined, sticks: () => [], often: () => undefined },
    change: (act) => {
      try {
        return act(db);
      } catch {
        return undefined;
      }
    },
    runUpdater: async () => reply,
  });
  return { db, look: () => updates.look({ acceptExpired: false }), told: () => readUpdateStatus(db) };
}

test('a process that updates and ends without a word is told to whoever looks after the kiosk', async () => {
  const kiosk = following({ ok: false, fault: 'ended', message: 'the process that updates ended with 9' });
  await kiosk.look();
  expect(kiosk.told()).toMatchObject({
    failed_at: 7,
    failure: { fault: 'ended', message: 'the process that updates ended with 9' },
  });
});

test('so is what lies ready and cannot be shown', async () => {
  const kiosk = following({ ok: true, packs: [], lines: [], failed: false });
  stagePack(kiosk.db, aPackToInstall({ version: 2 }), { sha256: 'x', body: '{}' });
  kiosk.db.exec(
    "CREATE TRIGGER no_flip BEFORE UPDATE ON active_packs BEGIN SELECT RAISE(ABORT, 'it cannot be shown'); END",
  );
  await kiosk.look();
  expect(kiosk.told()).toMatchObject({
    failure: { fault: 'unknown', message: expect.stringContaining('it cannot be shown') },
  });
});
