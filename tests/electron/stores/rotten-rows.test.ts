// What SQLite takes for sound, and is not what was written.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { writeCopy } from '../../../db/ops/copies.ts';
import { correctQuestion } from '../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { addPersonHere } from '../../../db/ops/people.ts';
import { countFailure, writePin } from '../../../db/ops/pins.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

function open(dataDir: string) {
  const told: string[] = [];
  const log = { note: () => undefined, trouble: () => undefined };
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const db = openOps(
    places,
    { tell: (trouble) => void told.push(trouble), log },
    { stamp: '7', now: new Date() },
  );
  onTestFinished(() => void db?.close());
  return { db, told };
}

test.each([
  ['that no day has', "UPDATE outbox SET at = 'r' || substr(at, 2) WHERE seq = 2"],
  ['of another day', "UPDATE outbox SET at = replace(at, '2026', '2022') WHERE seq = 2"],
])(
  'an hour %s, of something that waits for the server, is damage: the server would read none of it',
  (_, rot) => {
    const dataDir = aDataFolder();
    const { id: __, at, nth: ___, ...facts } = aQuestion();
    const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
    for (let each = 0; each < 3; each++) logQuestion(db, new Date('2026-11-26T13:00:00Z'), { at, facts });
    writeCopy(db, join(dataDir, 'copies'));
    db.close();
    expect(open(dataDir).told).toEqual([]);

    const spoilt = new Database(join(dataDir, 'ops.db'));
    spoilt.exec(rot);
    spoilt.close();
    const again = open(dataDir);
    expect(again.told).toEqual(['ops-restored']);
    expect(again.db?.prepare('SELECT DISTINCT at FROM outbox').pluck().all()).toEqual([
      '2026-11-26T13:00:00Z',
    ]);
  },
);

test.each([
  ['a PIN', "UPDATE pins SET hash = replace(hash, 'abc', 'abd')"],
  ['a name', "UPDATE people SET name = 'B.'"],
  ['a role', "UPDATE people SET role = 'admin'"],
  ['who changed a question', "UPDATE desk_changes SET person = 'p9'"],
  ['how a question was', "UPDATE desk_changes SET before = replace(before, 'answered', 'answersd')"],
])('%s that is not what was written is damage; what is counted of a PIN is not', (_, rot) => {
  const dataDir = aDataFolder();
  const now = new Date('2026-11-26T13:00:00Z');
  const { id: __, at, nth: ___, ...facts } = aQuestion({ outcome: 'answered' });
  const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  addPersonHere(
    db,
    { id: 'p1', name: 'A.', role: 'staff' },
    { at: now.toISOString(), person: 'admin', key: undefined },
  );
  writePin(db, 'p1', '$argon2id$v=19$m=65536,t=3,p=4$abc$def');
  countFailure(db, 'p1');
  const { number } = logQuestion(db, now, { at, facts });
  correctQuestion(db, now, number, { at, facts: { ...facts, outcome: 'referred' } }, 'p1');
  const before = everyRow(db);
  writeCopy(db, join(dataDir, 'copies'));
  db.close();
  expect(open(dataDir).told).toEqual([]);

  const spoilt = new Database(join(dataDir, 'ops.db'));
  expect(spoilt.prepare(rot).run().changes).toBe(1);
  spoilt.close();
  const again = open(dataDir);
  expect(again.told).toEqual(['ops-restored']);
  for (const table of ['pins', 'people', 'desk_changes'])
    expect(again.db && everyRow(again.db)[table]).toEqual(before[table]);
});

test('a copy that rotted with the store gives way to the one before it', () => {
  const dataDir = aDataFolder();
  const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  const by = { at: '2026-11-26T13:00:00.000Z', person: 'admin', key: undefined };
  addPersonHere(db, { id: 'p1', name: 'A.', role: 'staff' }, by);
  writeCopy(db, join(dataDir, 'copies'));
  const rotten = new Database(join(dataDir, 'ops.db'));
  rotten.exec("UPDATE people SET name = 'B.'");
  rotten.close();
  writeCopy(db, join(dataDir, 'copies'));
  db.close();
  const again = open(dataDir);
  expect(again.told).toEqual(['ops-restored']);
  expect(again.db?.prepare('SELECT name FROM people').pluck().all()).toEqual(['A.']);
});
