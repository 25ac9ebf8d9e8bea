import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { finishScrub, noteLost } from '../../../db/content/updates/scrub-status.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { startContentScrub } from '../../../electron/updates/content-scrub.ts';
import type { ScrubReply, ScrubRequest } from '../../../electron/updates/scrub-job.ts';
import { nameOf, type Rot } from '../../../updates/scrub/scrub-plan.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

const DAY_MS = 86_400_000;
const TEN_MINUTES_MS = 600_000;
const PICTURE: Rot = { kind: 'picture', sha256: 'ab'.repeat(32), from: undefined };
const VERSION: Rot = { kind: 'version', pack: 'klein', version: 2, isShown: true, from: undefined };

/** A scrub whose clock is turned by hand; the process that looks says what a test wants. */
function scrubbing({ packsDir = aDataFolder() } = {}) {
  const dataDir = aDataFolder();
  const db = aStore('content', join(dataDir, 'content.db'));
  installPack(db, aPackToInstall({ version: 1, title: 'Versie 1' }));
  const log = aLog();
  const redraw = vi.fn();
  const told: unknown[] = [];
  const incidents: unknown[] = [];
  const asked: ScrubRequest[] = [];
  const mended: unknown[] = [];
  let quiet = true;
  let now = Date.UTC(2026, 10, 24);
  let found: readonly Rot[] = [];
  let next: () => void = () => undefined;
  let ticks = 0;
  const finish = async (): Promise<ScrubReply> => {
    finishScrub(db, now);
    return { ok: true };
  };
  let process: (signal: AbortSignal) => Promise<ScrubReply> = finish;
  const start = () =>
    startContentScrub({
      ...{ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined, packsDir, log, redraw },
      now: () => new Date(now),
      today: () => TODAY,
      everyMs: 1,
      later: (act) => {
        ticks++;
        next = act;
      },
      change: (act) => act(db),
      mend: async (damage) => void mended.push(damage),
      isQuiet: () => quiet,
      sticks: () => ['/media/stick'],
      report: (trouble, detail) => told.push([trouble, detail !== undefined]),
      remind: (trouble) => told.push([trouble, true]),
      incident: (code, detail) => incidents.push([code, detail]),
      runScrub: async (request, { signal, hear }) => {
        asked.push(request);
        for (const rot of found) {
          if (rot.from === undefined) noteLost(db, nameOf(rot));
          hear(rot);
        }
        return process(signal);
      },
    });
  const scrub = start();
  return {
    ...{ db, log, redraw, told, incidents, asked, mended, scrub },
    /** The kiosk is switched off and on again. */
    restart: () => {
      told.length = 0;
      start();
    },
    shown: () => activeVersion(db, 'klein')?.version,
    use: (busy: boolean) => {
      quiet = !busy;
    },
    pass: (ms: number) => {
      now += ms;
    },
    find: (...rots: Rot[]) => {
      found = rots;
    },
    run: (act: typeof process) => {
      process = act;
    },
    goOn: () => {
      process = finish;
    },
    tick: async () => {
      const before = ticks;
      next();
      await expect.poll(() => ticks).toBe(before + 1);
    },
    start: () => next(),
  };
}

test('all is looked at once a day, and only while nobody is there', async () => {
  const kiosk = scrubbing();
  kiosk.use(true);
  await kiosk.tick();
  expect(kiosk.asked).toEqual([]);
  kiosk.use(false);
  await kiosk.tick();
  await kiosk.tick();
  kiosk.pass(DAY_MS - 1);
  await kiosk.tick();
  expect(kiosk.asked).toMatchObject([{ job: 'scrub', again: false, sticks: ['/media/stick'], today: TODAY }]);
  kiosk.pass(2);
  await kiosk.tick();
  expect([kiosk.asked.length, kiosk.log.codes()]).toEqual([2, ['content-looked-at', 'content-looked-at']]);
});

test('a clock that went back does not keep it away', async () => {
  const kiosk = scrubbing();
  await kiosk.tick();
  kiosk.pass(-400 * DAY_MS);
  await kiosk.tick();
  expect(kiosk.asked).toHaveLength(2);
});

test('a picture that was found damaged makes it due at the next rest, from the beginning', async () => {
  const kiosk = scrubbing();
  await kiosk.tick();
  kiosk.scrub.soon();
  await kiosk.tick();
  await kiosk.tick();
  expect(kiosk.asked.map(({ again }) => again)).toEqual([false, true]);
});

test('a visitor breaks it off, which is no failure, and it goes on at the next rest', async () => {
  const kiosk = scrubbing();
  kiosk.run(
    (signal) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ ok: false, fault: 'ended', message: '' })),
      ),
  );
  const done = kiosk.tick();
  await expect.poll(() => kiosk.asked.length).toBe(1);
  kiosk.scrub.visited();
  await done;
  expect(kiosk.log.codes()).toEqual([]);
  kiosk.run(async () => ({ ok: false, fault: 'ended', message: 'by itself' }));
  await kiosk.tick();
  expect([kiosk.asked.length, kiosk.log.codes()]).toEqual([2, ['scrub-failed']]);
});

test('a store that cannot be read is built again, once nobody is there', async () => {
  const kiosk = scrubbing();
  kiosk.run(async () => {
    kiosk.use(true);
    return { ok: false, fault: 'unreadable', message: 'malformed' };
  });
  await kiosk.tick();
  expect(kiosk.mended).toEqual([]);
  kiosk.use(false);
  kiosk.run(async () => ({ ok: false, fault: 'unreadable', message: 'malformed' }));
  await kiosk.tick();
  expect([kiosk.mended, kiosk.redraw.mock.calls.length]).toEqual([['malformed'], 1]);
});

describe('what has rotted', () => {
  test('and was healed is in the log, and staff need not know', async () => {
    const kiosk = scrubbing();
    kiosk.find({ ...PICTURE, from: '/media/stick' });
    await kiosk.tick();
    expect(kiosk.log.codes()).toEqual(['content-healed', 'content-looked-at']);
    expect(kiosk.told).toEqual([['content-lost', false]]);
  });

  test('and is lost is told to staff, until all is whole again', async () => {
    const kiosk = scrubbing();
    kiosk.find(PICTURE);
    await kiosk.tick();
    expect(kiosk.told).toEqual([['content-lost', true]]);
    kiosk.find();
    kiosk.pass(2 * DAY_MS);
    await kiosk.tick();
    expect(kiosk.told.at(-1)).toEqual(['content-lost', false]);
  });

  test('and is lost is looked for again after ten minutes, for a stick that staff plug in, and is told of once', async () => {
    const kiosk = scrubbing();
    kiosk.find(PICTURE);
    await kiosk.tick();
    kiosk.pass(TEN_MINUTES_MS);
    await kiosk.tick();
    expect(kiosk.asked).toHaveLength(1);
    kiosk.pass(1);
    await kiosk.tick();
    expect(kiosk.asked).toHaveLength(2);
    expect(kiosk.log.codes()).toEqual(['content-lost', 'content-looked-at']);
    kiosk.find({ ...PICTURE, from: '/media/stick' });
    kiosk.pass(TEN_MINUTES_MS + 1);
    await kiosk.tick();
    expect(kiosk.told.at(-1)).toEqual(['content-lost', false]);
    expect(kiosk.log.codes().slice(2)).toEqual(['content-healed', 'content-looked-at']);
    kiosk.pass(TEN_MINUTES_MS + 1);
    await kiosk.tick();
    expect(kiosk.asked).toHaveLength(3);
  });

  test('and is lost is told also when a visitor broke the look off after it', async () => {
    const kiosk = scrubbing();
    kiosk.find(PICTURE);
    kiosk.run(async () => ({ ok: false, fault: 'ended', message: '' }));
    await kiosk.tick();
    kiosk.find();
    kiosk.goOn();
    await kiosk.tick();
    expect(kiosk.told).toEqual([['content-lost', true]]);
  });

  test('and is lost is told again at a start, and looked for again after ten minutes', async () => {
    const kiosk = scrubbing();
    kiosk.find(PICTURE);
    await kiosk.tick();
    kiosk.restart();
    expect(kiosk.told).toEqual([['content-lost', true]]);
    kiosk.pass(TEN_MINUTES_MS + 1);
    await kiosk.tick();
    expect(kiosk.asked).toHaveLength(2);
    expect(kiosk.log.codes()).toEqual(['content-lost', 'content-looked-at']);
    expect(kiosk.incidents).toEqual([['content-lost', expect.stringContaining('picture abab')]]);
    kiosk.find({ ...PICTURE, from: '/media/stick' });
    kiosk.pass(TEN_MINUTES_MS + 1);
    await kiosk.tick();
    expect(kiosk.told.at(-1)).toEqual(['content-lost', false]);
    kiosk.restart();
    expect(kiosk.told).toEqual([]);
  });

  test('and is lost is told also when the power went before the look had ended', async () => {
    const kiosk = scrubbing();
    kiosk.find(PICTURE);
    kiosk.run(async () => ({ ok: false, fault: 'ended', message: '' }));
    await kiosk.tick();
    kiosk.restart();
    expect(kiosk.told).toEqual([['content-lost', true]]);
    kiosk.find();
    kiosk.goOn();
    await kiosk.tick();
    expect(kiosk.told).toEqual([['content-lost', true]]);
  });

  test('in a text, and is lost, gives way to the version before', async () => {
    const kiosk = scrubbing();
    stagePack(kiosk.db, aPackToInstall({ version: 2 }), { sha256: 'x', body: '{}' });
    showStagedPack(kiosk.db, 'klein');
    kiosk.find(VERSION);
    await kiosk.tick();
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([1, 1]);
  });

  test('in a text, with no version before it, gives way to the one that came with the app', async () => {
    const kiosk = scrubbing({ packsDir: dirname(packFolder()) });
    kiosk.find({ ...VERSION, version: 1 });
    const before = kiosk.db.prepare('SELECT digest FROM pack_versions').pluck().get();
    await kiosk.tick();
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([1, 1]);
    expect(kiosk.db.prepare('SELECT digest FROM pack_versions').pluck().get()).not.toBe(before);
  });

  test('in a text, in place of which the one of the app is shown, may come back with an update', async () => {
    const kiosk = scrubbing({ packsDir: dirname(packFolder()) });
    const second = () => stagePack(kiosk.db, aPackToInstall({ version: 2 }), { sha256: 'x', body: '{}' });
    second();
    showStagedPack(kiosk.db, 'klein');
    kiosk.db.exec('DELETE FROM previous_packs');
    expect(second()).toBe('older');
    kiosk.find(VERSION);
    await kiosk.tick();
    expect(kiosk.shown()).toBe(1);
    expect([second(), showStagedPack(kiosk.db, 'klein'), kiosk.shown()]).toEqual(['staged', 'shown', 2]);
    expect(second()).toBe('older');
  });

  test('in a text, of a version that is not shown any more, changes nothing', async () => {
    const kiosk = scrubbing({ packsDir: dirname(packFolder()) });
    const before = everyRow(kiosk.db);
    kiosk.find(VERSION);
    await kiosk.tick();
    const { scrub_status: _, ...after } = everyRow(kiosk.db);
    expect({ ...after, scrub_status: before['scrub_status'] }).toEqual(before);
  });

  test('in a text waits while somebody is there', async () => {
    const kiosk = scrubbing();
    stagePack(kiosk.db, aPackToInstall({ version: 2 }), { sha256: 'x', body: '{}' });
    showStagedPack(kiosk.db, 'klein');
    kiosk.find(VERSION);
    kiosk.run(async () => {
      kiosk.use(true);
      return { ok: true };
    });
    await kiosk.tick();
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([2, 0]);
    kiosk.use(false);
    kiosk.run(async () => ({ ok: true }));
    await kiosk.tick();
    expect(kiosk.shown()).toBe(1);
  });
});
