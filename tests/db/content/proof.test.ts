import { expect, test } from 'vitest';
import { installPack } from '../../../db/content/install-pack.ts';
import { judgeVersion, layProof } from '../../../db/content/proof.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

function aStoreWithStaged() {
  const db = aStore('content');
  installPack(db, aPackToInstall({ version: 1 }));
  stagePack(db, aPackToInstall({ version: 2 }), { sha256: 'x', body: '{}' });
  db.pragma('ignore_check_constraints = ON');
  db.exec('DROP TRIGGER versions_from_a_repository_stay');
  return db;
}

test('a version is whole as it was written', () => {
  const db = aStoreWithStaged();
  expect([1, 2, 3].map((version) => judgeVersion(db, 'klein', version))).toEqual([
    'whole',
    'whole',
    'unproven',
  ]);
});

test.each([
  ['pack_versions', 'words'],
  ['pack_versions', 'digest'],
  ['topics', 'body'],
  ['flows', 'body'],
  ['flows', 'titles'],
  ['articles', 'review_by'],
  ['media', 'sha256'],
  ['pack_manifests', 'body'],
])('%s: one other letter in %s is found, and only in that version', (table, column) => {
  const db = aStoreWithStaged();
  const change = `substr(${column}, 1, 1) || char(unicode(substr(${column}, 2, 1)) + 1) || substr(${column}, 3)`;
  db.exec(`UPDATE ${table} SET ${column} = ${change} WHERE version = 2`);
  expect([judgeVersion(db, 'klein', 1), judgeVersion(db, 'klein', 2)]).toEqual(['whole', 'rotten']);
  layProof(db, 'klein', 2);
  expect(judgeVersion(db, 'klein', 2)).toBe('whole');
});
