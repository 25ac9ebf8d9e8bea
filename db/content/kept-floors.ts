import { dirname } from 'node:path';
import type { ReadDb, WriteDb } from '../open.ts';
import { type KeptFloors, readFloorsFile, writeFloorsFile } from './floors-file.ts';
import { isPublished, notePublished } from './published.ts';

/**
 * Writes floors.json beside the store, when something in it changed: the highest version of each pack that was shown, whether a library
 * brought it, what is held, and the last trusted time. A store that is built again begins with it, so that nothing older is let in and what is held stays. To be called
 * after each change of these. It throws nothing: the change itself is in the store, and the next start writes the file.
 */
export function keepFloors(db: WriteDb): void {
  // Of a change that is not certain yet nothing is kept: whoever began the transaction does it after.
  if (db.memory || db.inTransaction) return;
  try {
    const dataDir = dirname(db.name);
    // A start waits for nobody when there is nothing to write.
    if (toWrite(db, dataDir) === undefined) return;
    // Under the lock of the store: another process that writes it too does so before or after.
    db.transaction(() => {
      const now = toWrite(db, dataDir);
      if (now !== undefined) writeFloorsFile(dataDir, now);
    }).immediate();
  } catch {
    // As above.
  }
}

/** What the file should hold; undefined when it does. */
function toWrite(db: ReadDb, dataDir: string): KeptFloors | undefined {
  const before = kept(dataDir);
  const store = floorsIn(db);
  // A disk that could not read it now may read it at the next start: a store without anything of a library has nothing to put in its place.
  if (before.isUnread === true && !store.packs.some(({ published }) => published)) return undefined;
  const now = merged(store, before.kept);
  const isThere = before.damage === undefined && JSON.stringify(now) === JSON.stringify(before.kept);
  return isThere ? undefined : now;
}

/** What came of it: the packs whose floor rose, or that are held again; what was wrong with floors.json; whether it was there at all. */
type Recalled = {
  readonly packs: readonly string[];
  readonly damage: string | undefined;
  readonly wasThere: boolean;
};

/**
 * Gives a store what floors.json knows better, and writes that file anew where the store knows better: floors and time only rise. A version
 * that a library brought, and that is not in this store, may come again, and nothing below it (migration 0007). What is held is taken over
 * by a store in which nothing was ever shown; any other knows itself whether somebody let go. Throws SqliteError; then nothing has changed.
 */
export function recallFloors(db: WriteDb, dataDir: string): Recalled {
  const { kept: found, damage } = kept(dataDir);
  const packs = found === undefined ? [] : takeOver(db, found);
  keepFloors(db);
  return { packs, damage, wasThere: found !== undefined || damage !== undefined };
}

function takeOver(db: WriteDb, { trusted_time, packs }: KeptFloors): string[] {
  const known = floorsIn(db);
  const floors = new Map(known.packs.map(({ pack, floor }) => [pack, floor]));
  const isNew = floors.size === 0;
  const higher = packs.filter(({ pack, floor }) => floor > (floors.get(pack) ?? 0));
  if (higher.length === 0 && trusted_time <= known.trusted_time) return [];
  const raise = db.prepare('UPDATE pack_floors SET version = @floor WHERE pack_id = @pack');
  const lay = db.prepare('INSERT INTO pack_floors (pack_id, version) VALUES (@pack, @floor)');
  const lose = db.prepare(
    'INSERT INTO lost_versions (pack_id, version) VALUES (?, ?) ON CONFLICT (pack_id) DO UPDATE SET version = excluded.version',
  );
  const hold = db.prepare('INSERT INTO pack_holds (pack_id, version, held_at) VALUES (?, ?, ?)');
  const time = db.prepare(
    'INSERT INTO trusted_time (only, at) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET at = excluded.at WHERE excluded.at > at',
  );
  db.transaction(() => {
    for (const { pack, floor, published, by_library, held } of higher) {
      (floors.has(pack) ? raise : lay).run({ pack, floor });
      if (published) lose.run(pack, floor);
      if (by_library) notePublished(db, pack);
      if (isNew && held !== null) hold.run(pack, held.version, held.at);
    }
    time.run(trusted_time);
  }).immediate();
  return higher.map(({ pack, floor, held }) => `${pack} ${floor}${isNew && held !== null ? ', held' : ''}`);
}

/** What is in the file, or what is wrong with it. `isUnread`: the disk did not give it, so nobody knows. */
type Kept = { readonly kept?: KeptFloors | undefined; readonly damage?: string; readonly isUnread?: boolean };

function kept(dataDir: string): Kept {
  try {
    return { kept: readFloorsFile(dataDir) };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { damage: message, isUnread: code !== undefined };
  }
}

/** What a store knows. */
function floorsIn(db: ReadDb): KeptFloors {
  const rows = db
    .prepare<
      [],
      { pack: string; floor: number; published: number; version: number | null; held_at: string | null }
    >(
      `SELECT floors.pack_id AS pack, floors.version AS floor, holds.version, held_at,
         EXISTS (SELECT 1 FROM active_packs JOIN pack_versions USING (pack_id, version)
             WHERE pack_id = floors.pack_id AND version = floors.version AND origin = 'repository')
           OR EXISTS (SELECT 1 FROM lost_versions WHERE pack_id = floors.pack_id AND version = floors.version) AS published
       FROM pack_floors AS floors LEFT JOIN pack_holds AS holds USING (pack_id) ORDER BY floors.pack_id`,
    )
    .all();
  const at = db.prepare<[], number>('SELECT at FROM trusted_time').pluck().get();
  return {
    trusted_time: at ?? 0,
    packs: rows.map(({ pack, floor, published, version, held_at }) => ({
      ...{ pack, floor, published: published === 1, by_library: isPublished(db, pack) },
      held: version === null || held_at === null ? null : { version, at: held_at },
    })),
  };
}

/** What the store knows; a floor, or a time, that the file knows higher stays. */
function merged(store: KeptFloors, file: KeptFloors | undefined): KeptFloors {
  if (file === undefined) return store;
  const before = new Map(file.packs.map((each) => [each.pack, each]));
  // Where the file knows a higher one, the store could not take it over yet: what is held there is not let go of.
  const mine = store.packs.map((each) => {
    const other = before.get(each.pack);
    return other !== undefined && other.floor > each.floor ? other : each;
  });
  const names = new Set(mine.map(({ pack }) => pack));
  const packs = [...mine, ...file.packs.filter(({ pack }) => !names.has(pack))];
  return {
    trusted_time: Math.max(store.trusted_time, file.trusted_time),
    packs: packs.sort((a, b) => (a.pack < b.pack ? -1 : 1)),
  };
}
