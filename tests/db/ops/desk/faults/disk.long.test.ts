// A real disk that is full, and one that cannot be written: a question is not saved, and that is said.
import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Trouble } from '../../../../../core/contract/about.ts';
import { DeskLists } from '../../../../../core/domain/desk/desk-lists.ts';
import type { WriteDb } from '../../../../../db/open.ts';
import { deskLogHandlers } from '../../../../../electron/desk/desk-log.ts';
import { rememberLastWalk } from '../../../../../electron/desk/last-walk.ts';
import { openOps } from '../../../../../electron/stores/open-ops.ts';
import { attempt } from '../../../../../electron/stores/store-places.ts';
import { watchWrites } from '../../../../../electron/stores/watch-writes.ts';
import { MIGRATIONS } from '../../../../builders/a-store.ts';
import { aQuestion } from '../../../../core/domain/desk/a-question.ts';
import { aSmallDisk } from '../../../../faults/small-disk.ts';

const { id: _, at: __, nth: ___, ...facts } = aQuestion();
const lists = DeskLists.parse({
  subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
  organizations: [],
  places: [],
});

function openDesk(dataDir: string) {
  const troubles: Trouble[] = [];
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const ops: WriteDb | undefined = openOps(
    places,
    {
      tell: (trouble) => void troubles.push(trouble),
      log: { note: () => undefined, trouble: () => undefined },
    },
    { stamp: '1', now: new Date() },
  );
  const watched = { tell: () => undefined, past: () => undefined };
  const writes = watchWrites(watched, () => new Date(), 'ops-damaged');
  const write = <T>(act: (db: WriteDb, now: Date) => T) => {
    if (ops === undefined) return undefined;
    const done = writes.attempt(ops, (db) => act(db, new Date()));
    return 'done' in done ? done.done : undefined;
  };
  const desk = deskLogHandlers({
    isDesk: true,
    afterwards: (act) => void attempt(act), // What fails is done with the next.
    person: () => null,
    house: {
      write,
      read: async (_ask, otherwise) => otherwise(),
      troubles: () => [...troubles, ...writes.troubles()],
    },
    lists: () => ({ lists, fault: null }),
    walk: rememberLastWalk(() => performance.now()),
    quietHours: async () => null,
    printRoom: async () => ({ printTally: async () => 'no-printer' as const }),
    now: () => new Date(),
    elapsed: () => performance.now(),
    log: { note: () => undefined, trouble: () => undefined },
  });
  return { desk, troubles, close: () => ops?.close(), log: () => desk['desk:log-question'](QUESTION) };
}

const QUESTION = { at: null, facts, after: null, note: null };

test('a disk that fills up, and one that cannot be written: what was acknowledged stays, what was not is said', async () => {
  const disk = await aSmallDisk(2);
  mkdirSync(disk.dataDir);
  const first = openDesk(disk.dataDir);
  expect(first.log()).toMatchObject({ kind: 'logged' });
  disk.fill(0);
  let logged = 1;
  let result = await first.log();
  // The WAL has room until it must grow.
  for (; result.kind === 'logged' && logged < 5_000; logged++) result = await first.log();
  expect(result).toEqual({ kind: 'not-logged', why: 'disk-full' });
  const full = await first.desk['desk:log']({});
  expect([full.today, full.troubles]).toEqual([Math.min(logged, 400), ['disk-full']]);
  // With room again it goes on.
  disk.fill(1_000_000);
  expect(first.log()).toMatchObject({ kind: 'logged' });
  expect((await first.desk['desk:log']({})).troubles).toEqual([]);
  first.close();
  disk.forbidWriting();
  const second = openDesk(disk.dataDir);
  expect(second.troubles).toEqual(['not-writable']);
  expect(second.log()).toEqual({ kind: 'not-logged', why: 'no-store' });
}, 120_000);
