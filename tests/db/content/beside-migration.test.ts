// A store of before what came with the app stood beside a library's versions: nothing of what it keeps out is let in afterwards.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isBeside } from '../../../db/content/beside.ts';
import { floorOf } from '../../../db/content/floors.ts';
import { activeVersion, heldVersion, installPack } from '../../../db/content/install-pack.ts';
import { isPublished } from '../../../db/content/published.ts';
import { letGoOfPack, rollBackTo, showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { migrate, readMigrations } from '../../../db/migrate.ts';
import { openInMemory, type WriteDb } from '../../../db/open.ts';
import { aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const NOW = Date.UTC(2026, 10, 26);
const BEFORE = 9;
const stage = (db: WriteDb, version: number) =>
  stagePack(db, aPackToInstall({ version, title: `Versie ${version}` }), {
    sha256: `sha-${version}`,
    body: '{}',
  });

/** A store of the schema before, in which version 1 came with the app, 5 of a library is shown, and 6 lies ready. */
function aStoreOfBefore(): WriteDb {
  const now = aStore('content');
  installPack(now, aPackToInstall({ version: 1 }));
  stage(now, 5);
  showStagedPack(now, 'klein');
  stage(now, 6);
  const rows = now.prepare<[], Record<string, unknown>>('SELECT * FROM pack_versions ORDER BY version').all();
  now.close();
  const db = openInMemory(undefined);
  migrate(db, readMigrations(join(MIGRATIONS, 'content')).slice(0, BEFORE));
  for (const row of rows) {
    const columns = Object.keys(row);
    db.prepare(
      `INSERT INTO pack_versions (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    ).run(row);
  }
  db.exec("INSERT INTO active_packs VALUES ('klein', 1); UPDATE active_packs SET version = 5");
  return db;
}

function brought(db: WriteDb): WriteDb {
  migrate(db, readMigrations(join(MIGRATIONS, 'content')));
  return db;
}

test('what a library brought is known, and nothing below it comes in', () => {
  const db = brought(aStoreOfBefore());
  expect([activeVersion(db, 'klein')?.version, floorOf(db, 'klein'), isPublished(db, 'klein')]).toEqual([
    5,
    5,
    true,
  ]);
  expect(stage(db, 4)).toBe('older');
  expect([showStagedPack(db, 'klein'), activeVersion(db, 'klein')?.version]).toEqual(['shown', 6]);
});

test('what came with the app is shown beside it, and ends as soon as nobody holds it', () => {
  const db = brought(aStoreOfBefore());
  rollBackTo(db, aPackToInstall({ version: 9 }), NOW);
  expect([isBeside(activeVersion(db, 'klein')?.version ?? 0), floorOf(db, 'klein')]).toEqual([true, 5]);
  expect(showStagedPack(db, 'klein')).toBe('held');
  letGoOfPack(db, 'klein');
  expect([showStagedPack(db, 'klein'), floorOf(db, 'klein')]).toEqual(['shown', 6]);
});

test('what was held, and what was lost, still is', () => {
  const before = aStoreOfBefore();
  before.exec(`INSERT INTO pack_holds (pack_id, version, held_at) VALUES ('klein', 5, '2026-11-20T10:00:00Z');
    INSERT INTO lost_versions (pack_id, version) VALUES ('groot', 3)`);
  const db = brought(before);
  expect([heldVersion(db, 'klein'), showStagedPack(db, 'klein')]).toEqual([5, 'held']);
  const known = db.prepare('SELECT pack_id FROM published_packs ORDER BY pack_id').pluck().all();
  expect(known).toEqual(['groot', 'klein']); // Also when no version of theirs is left.
});
