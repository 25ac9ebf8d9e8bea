import { expect, test } from 'vitest';
import { activeVersion, heldVersion, installPack } from '../../../../db/content/install-pack.ts';
import { fallBack } from '../../../../db/content/updates/fall-back.ts';
import {
  holdPack,
  letGoOfPack,
  rollBackTo,
  showStagedPack,
} from '../../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../../db/content/updates/stage-pack.ts';
import { stagedVersion } from '../../../../db/content/updates/staged-packs.ts';
import type { WriteDb } from '../../../../db/open.ts';
import { aStore } from '../../../builders/a-store.ts';
import { aPackToInstall } from '../../../builders/pack-to-install.ts';

const stage = (db: WriteDb, version: number) =>
  stagePack(db, aPackToInstall({ version }), { sha256: `sha-${version}`, body: '{}' });

/** A store that showed version 2, lost it after something was done, and shows version 1. */
function withLost(act: (db: WriteDb) => void = () => undefined): WriteDb {
  const db = aStore('content');
  installPack(db, aPackToInstall({ version: 1 }));
  stage(db, 2);
  showStagedPack(db, 'klein');
  expect(stage(db, 2)).toBe('older');
  act(db);
  expect(fallBack(db, 'klein', 2, 0)).toBe(1);
  return db;
}

test('what was lost may lie ready again, stays when something else is shown meanwhile, and is shown once', () => {
  const db = withLost();
  expect([stage(db, 1), stage(db, 2), stagedVersion(db, 'klein')]).toEqual(['older', 'staged', 2]);
  rollBackTo(db, aPackToInstall({ version: 1, title: 'Van de installatie' }), 0);
  expect(stagedVersion(db, 'klein')).toBe(2);
  db.exec('DELETE FROM pack_holds');
  expect([showStagedPack(db, 'klein'), activeVersion(db, 'klein')?.version]).toEqual(['shown', 2]);
  expect([stage(db, 2), stagedVersion(db, 'klein')]).toEqual(['older', undefined]);
});

test('what somebody held is held on in the version before, until they let go; else nothing is held', () => {
  expect(heldVersion(withLost(), 'klein')).toBeUndefined();
  const db = withLost((store) => holdPack(store, 'klein', 0));
  expect(heldVersion(db, 'klein')).toBe(1);
  stage(db, 3);
  expect([showStagedPack(db, 'klein'), activeVersion(db, 'klein')?.version]).toEqual(['held', 1]);
  letGoOfPack(db, 'klein');
  expect([showStagedPack(db, 'klein'), activeVersion(db, 'klein')?.version]).toEqual(['shown', 3]);
});

test('a higher version takes its place, and then it is not let in any more', () => {
  const db = withLost();
  stage(db, 2);
  expect([stage(db, 3), stagedVersion(db, 'klein')]).toEqual(['staged', 3]);
  showStagedPack(db, 'klein');
  expect(stage(db, 2)).toBe('older');
});

test('the store itself lets in nothing else: neither what is lower nor a version that was not lost', () => {
  const db = withLost();
  const insert = (version: number) =>
    db
      .prepare(
        `INSERT INTO pack_versions (pack_id, version, digest, origin, about, words, parameters, contacts, synonyms)
         VALUES ('klein', ?, 'x', 'repository', '{}', '{}', '[]', '[]', '[]')`,
      )
      .run(version).changes;
  expect(() => insert(1)).toThrow('not higher than the installed one');
  db.exec("UPDATE lost_versions SET version = 1 WHERE pack_id = 'klein'");
  expect(() => insert(2)).toThrow('not higher than the installed one');
  db.exec("UPDATE lost_versions SET version = 2 WHERE pack_id = 'klein'");
  expect(insert(2)).toBe(1);
});
