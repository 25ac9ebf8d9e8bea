import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { type PackTurn, writePackTurns } from '../../../db/content/updates/pack-turns.ts';
import { holdPack, letGoOfPack } from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import type { WriteDb } from '../../../db/open.ts';
import { startContentUpdates } from '../../../electron/updates/content-updates.ts';
import type { UpdaterReply, UpdaterRequest } from '../../../electron/updates/look-job.ts';
import { aLog } from '../../builders/a-log.ts';
import { aSchedule } from '../../builders/a-service.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';
import { STABLE } from '../../builders/updates/raw-repository.ts';

const SETTINGS = { address: 'https://packs.example/', follow: [STABLE] };
const GOOD: UpdaterReply = { ok: true, packs: [], lines: ['klein 2: ready'], failed: false };
const BAD: UpdaterReply = { ok: false, fault: 'unreachable', message: 'packs.example cannot be reached.' };

const WAITING_MS = 60_000;

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
  let waiting: (() => void) | undefined;
  let now = 0;
  let lookForSticks: () => void = () => undefined;
  let sticks: string[] = [];
  let running = 0;
  let mostAtOnce = 0;
  let networkHangs = false;
  const started = startContentUpdates({
    dataDir,
    migrationsDir: MIGRATIONS,
    nativeBinding: undefined,
    log,
    now: () => new Date(now),
    today: () => TODAY,
    untilNext: (count) => failures.push(count),
    later: (act, ms) => {
      if (ms === WAITING_MS) waiting = act;
      else next = act;
    },
    change: (act) => act(db),
    isQuiet: () => quiet,
    redraw,
    sticks: () => sticks.map((folder) => ({ id: folder, folder })),
    often: (act) => {
      lookForSticks = act;
    },
    runUpdater: async (request, signal) => {
      asked.push(request);
      mostAtOnce = Math.max(mostAtOnce, ++running);
      const hangs = networkHangs && request.stick === undefined;
      if (hangs) await new Promise((ended) => signal?.addEventListener('abort', ended));
      else await Promise.resolve();
      running--;
      return hangs ? { ok: false, fault: 'ended', message: 'the process ended' } : reply;
    },
  });
  return {
    asked,
    failures,
    log,
    redraw,
    visitOver: started.visitOver,
    started,
    shown: () => activeVersion(db, 'klein')?.version,
    /** What the process that updates leaves behind. */
    stage: (version: number) =>
      stagePack(db, aPackToInstall({ version }), { sha256: `sha-${version}`, body: '{}' }),
    /** What the plan says of this version. */
    plan: (turn: Omit<PackTurn, 'pack_id'>) => writePackTurns(db, [{ pack_id: 'klein', ...turn }]),
    /** The minute is over after which what waits for closing time is looked at again, at this time. */
    wait: (time: number) => {
      now = time;
      const act = waiting;
      waiting = undefined;
      act?.();
    },
    isWaiting: () => waiting !== undefined,
    /** What another process does with the store. */
    elsewhere: (act: (db: WriteDb) => void) => {
      const other = aStore('content', join(dataDir, 'content.db'));
      act(other);
      other.close();
    },
    /** From now on nothing can be read of the store. */
    breakStore: () => {
      db.close();
    },
    use: (busy: boolean) => {
      quiet = !busy;
    },
    answer: (with_: UpdaterReply) => {
      reply = with_;
    },
    /** These are mounted from now on, and seen to be. */
    plug: (...folders: string[]) => {
      sticks = folders;
      lookForSticks();
    },
    mostAtOnce: () => mostAtOnce,
    hang: (hangs: boolean) => {
      networkHangs = hangs;
    },
    /** The next look begins. */
    begin: () => next(),
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
    await kiosk.visitOver();
    expect(kiosk.shown()).toBe(2);
    // The next visit has not drawn yet: it waited, and draws what is new by itself.
    expect(kiosk.redraw).not.toHaveBeenCalled();
    expect(kiosk.visitOver()).toBeUndefined();
  });

  test('that cannot be shown keeps no visit from beginning', async () => {
    const kiosk = updates();
    kiosk.stage(2);
    kiosk.breakStore();
    await kiosk.visitOver();
    expect(kiosk.log.lines).toEqual([expect.stringMatching(/^update-failed: .*not open/)]);
  });

  test('waits for closing time too, when the plan says so, and for whoever is still there then', async () => {
    const kiosk = updates();
    const closes = Date.parse('2026-11-24T16:00:00Z'); // five o'clock in the Netherlands
    kiosk.stage(2);
    kiosk.plan({ version: 2, turn: 'closed', latest: null, schedules: [aSchedule()] });
    kiosk.wait(closes - 3_600_000);
    await kiosk.tick();
    expect([kiosk.shown(), kiosk.isWaiting()]).toEqual([1, true]);
    kiosk.wait(closes - 1);
    await expect.poll(kiosk.isWaiting).toBe(true);
    kiosk.use(true);
    kiosk.wait(closes);
    await expect.poll(kiosk.isWaiting).toBe(true);
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([1, 0]);
    kiosk.use(false);
    kiosk.wait(closes + 60_000);
    await expect.poll(() => kiosk.redraw.mock.calls.length).toBe(1);
    expect([kiosk.shown(), kiosk.isWaiting()]).toEqual([2, false]);
  });

  test('of which somebody let go at the command line is shown after the next visit, and while it is held not', async () => {
    const kiosk = updates();
    kiosk.elsewhere((db) => holdPack(db, 'klein', 0));
    kiosk.stage(2);
    await kiosk.tick();
    await kiosk.visitOver();
    await kiosk.visitOver();
    expect([kiosk.shown(), kiosk.redraw.mock.calls.length]).toEqual([1, 0]);
    kiosk.elsewhere((db) => letGoOfPack(db, 'klein'));
    await kiosk.visitOver();
    expect(kiosk.shown()).toBe(2);
    expect(kiosk.visitOver()).toBeUndefined();
  });

  test('from before a start is shown after the first visit, also without a network', async () => {
    const kiosk = updates();
    kiosk.stage(2);
    await kiosk.visitOver();
    expect(kiosk.shown()).toBe(2);
  });
});

describe('a stick', () => {
  test('that is plugged in is looked at, once, and what is on it is shown', async () => {
    const kiosk = updates();
    kiosk.plug();
    kiosk.stage(2);
    kiosk.plug('/media/A');
    kiosk.plug('/media/A');
    await expect.poll(() => kiosk.redraw.mock.calls.length).toBe(1);
    expect(kiosk.asked.map(({ stick }) => stick)).toEqual(['/media/A']);
    expect([kiosk.shown(), kiosk.log.lines]).toEqual([
      2,
      ['stick-looked: /media/A: klein 2: ready', 'pack-shown: klein'],
    ]);
  });

  test('that is there at the start, or plugged in again, is looked at too', async () => {
    const kiosk = updates();
    kiosk.plug('/media/A');
    kiosk.plug();
    kiosk.plug('/media/A');
    await expect.poll(() => kiosk.log.codes()).toEqual(['stick-looked', 'stick-looked']);
  });

  test('that fails is told, and is no failure of the repository, which is looked at as often as before', async () => {
    const kiosk = updates();
    kiosk.answer({ ok: false, fault: 'gone', message: 'Was the stick taken out?' });
    kiosk.plug('/media/A');
    await expect
      .poll(() => kiosk.log.lines)
      .toEqual(['stick-failed: /media/A: gone: Was the stick taken out?']);
    kiosk.answer(BAD);
    await kiosk.tick();
    expect(kiosk.failures).toEqual([undefined, 1]);
  });

  test('with other things on it is told to have no repository', async () => {
    const kiosk = updates();
    kiosk.answer({ ok: true, packs: [], lines: [], failed: false });
    kiosk.plug('/media/A');
    await expect
      .poll(() => kiosk.log.lines)
      .toEqual(['stick-looked: /media/A: there is no repository on it']);
  });

  test('waits for its turn, as the repository does: one process updates at a time', async () => {
    const kiosk = updates();
    kiosk.plug('/media/A', '/media/B');
    await kiosk.tick();
    expect(kiosk.asked.map(({ stick }) => stick)).toEqual(['/media/A', '/media/B', undefined]);
    expect(kiosk.mostAtOnce()).toBe(1);
  });

  test('goes before a look at the repository that hangs, which is no failure and begins again', async () => {
    const kiosk = updates();
    kiosk.hang(true);
    kiosk.begin();
    await expect.poll(() => kiosk.asked.length).toBe(1);
    kiosk.hang(false);
    kiosk.stage(2);
    kiosk.plug('/media/A', '/media/B');
    await expect.poll(() => kiosk.failures).toEqual([undefined, 0]);
    expect(kiosk.asked.map(({ stick }) => stick)).toEqual([undefined, '/media/A', '/media/B', undefined]);
    expect([kiosk.mostAtOnce(), kiosk.shown()]).toEqual([1, 2]);
    expect(kiosk.log.codes()).toEqual([
      ...['update-gave-way', 'stick-looked', 'pack-shown', 'stick-looked', 'update-looked'],
    ]);
  });

  test('is the only source where the settings name no address', async () => {
    const kiosk = updates({ follow: [STABLE] });
    await kiosk.tick();
    expect(kiosk.asked).toEqual([]);
    kiosk.plug('/media/A');
    await expect.poll(() => kiosk.log.codes()).toEqual(['stick-looked']);
  });

  test('is left alone by a kiosk that follows nothing', async () => {
    const kiosk = updates(null);
    kiosk.plug('/media/A');
    await kiosk.tick();
    expect([kiosk.asked, kiosk.log.lines]).toEqual([[], []]);
  });
});

describe('a look that an admin asks for', () => {
  test('goes by the same way, says what came of it, and waits to be shown until nobody is there', async () => {
    const kiosk = updates();
    kiosk.use(true);
    kiosk.stage(2);
    expect(await kiosk.started.look({ acceptExpired: false })).toEqual(GOOD);
    expect(kiosk.asked[0]).toMatchObject({ settings: SETTINGS, acceptExpired: false });
    expect([kiosk.shown(), kiosk.started.isLooking()]).toEqual([1, false]);
    kiosk.use(false);
    await kiosk.visitOver();
    expect(kiosk.shown()).toBe(2);
  });

  test('waits for its turn, a stick first, and tells that a look is going on', async () => {
    const kiosk = updates();
    const both = [
      kiosk.started.look({ acceptExpired: true }),
      kiosk.started.look({ stick: '/media/X', acceptExpired: true }),
    ];
    expect(kiosk.started.isLooking()).toBe(true);
    await Promise.all(both);
    expect(kiosk.asked.map(({ stick, acceptExpired }) => [stick, acceptExpired])).toEqual([
      ['/media/X', true],
      [undefined, true],
    ]);
    expect(kiosk.started.isLooking()).toBe(false);
  });

  test('comes to nothing without a repository, and at a kiosk that lives of sticks', async () => {
    expect(await updates(null).started.look({ acceptExpired: false })).toBeUndefined();
    const { follow } = SETTINGS;
    expect(await updates({ follow }).started.look({ acceptExpired: false })).toBeUndefined();
  });

  test('leaves what could not be shown to the next look, or to whoever lets go of a version', async () => {
    const kiosk = updates();
    kiosk.stage(2);
    kiosk.elsewhere((db) =>
      db.exec("CREATE TRIGGER no_flip BEFORE UPDATE ON active_packs BEGIN SELECT RAISE(ABORT, 'no'); END"),
    );
    await kiosk.visitOver();
    expect(kiosk.log.lines).toEqual([expect.stringMatching(/^update-failed: .*no/)]);
    kiosk.elsewhere((db) => db.exec('DROP TRIGGER no_flip'));
    expect([kiosk.visitOver(), kiosk.shown()]).toEqual([undefined, 1]);
    kiosk.started.reconsider();
    await kiosk.visitOver();
    expect(kiosk.shown()).toBe(2);
  });
});
