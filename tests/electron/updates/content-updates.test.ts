import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { startContentUpdates } from '../../../electron/updates/content-updates.ts';
import type { UpdaterReply, UpdaterRequest } from '../../../electron/updates/updater.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';
import { STABLE } from '../../builders/updates/raw-repository.ts';

const SETTINGS = { address: 'https://packs.example/', follow: [STABLE] };
const GOOD: UpdaterReply = { ok: true, lines: ['klein 2: ready'], failed: false };
const BAD: UpdaterReply = { ok: false, fault: 'unreachable', message: 'packs.example cannot be reached.' };

/** Updates whose clock is turned by hand: `tick` is the next look, to its end. */
function updates(settings: unknown = SETTINGS) {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall({ version: 1 }));
  if (settings !== null) writeFileSync(join(dataDir, 'repository.json'), JSON.stringify(settings));
  const asked: UpdaterRequest[] = [];
  const failures: (number | undefined)[] = [];
  const log = aLog();
  const redraw = vi.fn();
  let reply: UpdaterReply = GOOD;
  let quiet = true;
  let next: () => void = () => undefined;
  const started = startContentUpdates({
    dataDir,
    migrationsDir: MIGRATIONS,
    nativeBinding: undefined,
    log,
    now: () => new Date(0),
    today: () => TODAY,
    untilNext: (count) => failures.push(count),
    later: (act) => {
      next = act;
    },
    change: (act) => act(db),
    isQuiet: () => quiet,
    redraw,
    runUpdater: async (request) => {
      asked.push(request);
      return reply;
    },
  });
  return {
    asked,
    failures,
    log,
    redraw,
    visitOver: started.visitOver,
    shown: () => activeVersion(db, 'klein')?.version,
    /** What the process that updates leaves behind. */
    stage: (version: number) =>
      stagePack(db, aPackToInstall({ version }), { sha256: `sha-${version}`, body: '{}' }),
    use: (busy: boolean) => {
      quiet = !busy;
    },
    answer: (with_: UpdaterReply) => {
      reply = with_;
    },
    tick: async () => {
      const before = failures.length;
      next();
      await expect.poll(() => failures.length).toBe(before + 1);
    },
  };
}

test('without a repository nothing is looked at, and whoever adds one later needs no restart', async () => {
  const kiosk = updates(null);
  await kiosk.tick();
  await kiosk.tick();
  expect([kiosk.asked, kiosk.log.lines]).toEqual([[], []]);
});

test('settings that are wrong are told, and nothing is looked at', async () => {
  const kiosk = updates({ address: 'packs' });
  await kiosk.tick();
  expect(kiosk.asked).toEqual([]);
  expect(kiosk.log.lines[0]).toMatch(/^repository-wrong: .*repository\.json is wrong/);
});

test('failures in a row are counted until a look goes well', async () => {
  const kiosk = updates();
  kiosk.answer(BAD);
  await kiosk.tick();
  await kiosk.tick();
  kiosk.answer({ ...GOOD, failed: true });
  await kiosk.tick();
  kiosk.answer(GOOD);
  await kiosk.tick();
  expect(kiosk.failures).toEqual([undefined, 1, 2, 3, 0]);
  expect(kiosk.log.codes()).toEqual(['update-failed', 'update-failed', 'update-failed', 'update-looked']);
  expect(kiosk.asked[0]?.settings).toEqual(SETTINGS);
});

describe('what lies ready', () => {
  test('is shown at once when nobody uses the kiosk, and the screen is drawn anew', async () => {
    const kiosk = updates();
    kiosk.stage(2);
    await kiosk.tick();
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([2, 1]);
    await kiosk.tick();
    expect(kiosk.redraw).toHaveBeenCalledTimes(1);
  });

  test('waits for the end of a visit', async () => {
    const kiosk = updates();
    kiosk.use(true);
    kiosk.stage(2);
    await kiosk.tick();
    await kiosk.tick();
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([1, 0]);
    kiosk.use(false);
    kiosk.visitOver();
    await expect.poll(kiosk.shown).toBe(2);
    expect(kiosk.redraw).toHaveBeenCalledTimes(1);
  });

  test('from before a start is shown after the first visit, also without a network', async () => {
    const kiosk = updates();
    kiosk.stage(2);
    kiosk.visitOver();
    await expect.poll(kiosk.shown).toBe(2);
  });
});
