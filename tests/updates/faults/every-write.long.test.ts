// A disk that fails at any one of the writes of an update and its showing: full, read-only, or broken.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { aDataFolder } from '../../builders/a-store.ts';
import { chance } from '../../builders/chance.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { aRawRepository } from '../../builders/updates/raw-repository.ts';
import type { Trial, Tried } from './try-every-write.ts';

/** BALIE_EVERY_WRITE=1 tries every write, and not some of them by chance. */
const ALL = process.env['BALIE_EVERY_WRITE'] === '1';
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_126);
const SOME = 12;
const FAULTS = { ENOSPC: 'disk-full', EROFS: 'not-writable', EIO: 'not-writable' } as const;

/** A kiosk that shows version 2 of a repository with version 3, and updates it as often as is asked. */
async function aFailingKiosk(): Promise<(trial: Trial) => Promise<Tried>> {
  const sandbox = aDataFolder();
  const library = join(sandbox, 'failing-disk.so');
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'failing-disk.c')]);
  const repository = aRawRepository(2);
  const [template, dataDir, control] = ['template', 'kiosk', 'control'].map((name) =>
    join(sandbox, name),
  ) as [string, string, string];
  mkdirSync(template);
  const kiosk = aKiosk(repository.bundledRoot, template);
  expect(await kiosk.update(repository)).toBe('ready');
  kiosk.db.pragma('wal_checkpoint(TRUNCATE)');
  kiosk.db.close();
  repository.publish(3);
  writeFileSync(control, Buffer.alloc(32));
  const script = join(import.meta.dirname, 'try-every-write.ts');
  const { address } = await aServer(repository.folder);
  const child = spawn(process.execPath, [script, repository.folder, template, dataDir, control, address], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      LD_PRELOAD: library,
      BALIE_FAILING_DISK: control,
      BALIE_FAILING_FOLDER: `${dataDir}/`,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return async (trial) => {
    child.stdin.write(`${JSON.stringify(trial)}\n`);
    return JSON.parse(String((await answers.next()).value)) as Tried;
  };
}

test.each(Object.entries(FAULTS))(
  `%s at a write, once or from then on: named as such, old content or new, and the next update ends well (seed ${SEED})`,
  async (code, fault) => {
    const attempt = await aFailingKiosk();
    const errno = constants.errno[code as keyof typeof FAULTS];
    const random = chance(SEED);
    const seen: Record<string, number> = {};
    let writes = 0;
    for (const byThreads of [false, true]) {
      const good = await attempt({ byThreads, first: 0, last: 0, errno });
      expect(good).toMatchObject({ outcome: 'ready', store: '3', next: 'current' });
      const all = Array.from({ length: good.writes }, (_, before) => before + 1);
      const chosen = ALL
        ? all.flatMap((first) => [[first, first] as const, [first, 1e9] as const])
        : Array.from({ length: SOME / 2 }, (_, index) => {
            const first = all[Math.floor(random() * all.length)] ?? 1;
            return [first, index % 2 === 0 ? first : 1e9] as const;
          });
      writes += ALL ? all.length : chosen.length;
      for (const [first, last] of chosen) {
        const tried = await attempt({ byThreads, first, last, errno });
        const what = `${code} at write ${first} of ${good.writes}${byThreads ? ' by threads' : ''}, ${last === first ? 'once' : 'from then on'}: ${tried.outcome} ${tried.message}`;
        // Of this one SQLite says no more than that there was something with the index beside its log.
        const named = tried.code === 'SQLITE_IOERR_SHMSIZE' ? 'disk-full' : fault;
        expect([named, 'ready'], what).toContain(tried.outcome);
        expect(['2', '3'], what).toContain(tried.store);
        if (tried.outcome === 'ready') expect(tried.store, what).toBe('3');
        expect([tried.next === 'ready' || tried.next === 'current', tried.nextStore], what).toEqual([
          true,
          '3',
        ]);
        const kind = `${tried.outcome}, ${tried.store} shown`;
        seen[kind] = (seen[kind] ?? 0) + 1;
      }
    }
    expect(seen[`${fault}, 2 shown`] ?? 0, JSON.stringify(seen)).toBeGreaterThan(writes / 4);
  },
  3_600_000,
);
