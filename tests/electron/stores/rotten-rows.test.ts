// What SQLite takes for sound, and is not what was written.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { NewPartner } from '../../../core/contract/administration/organisations.ts';
import { openForReading } from '../../../db/open.ts';
import { wholeCopies, writeCopy } from '../../../db/ops/copies.ts';
import { correctQuestion } from '../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { type Enrolled, noteStart, readEnrolment, writeEnrolment } from '../../../db/ops/enrolment.ts';
import { listHandovers, sayOfHandover, writeHandover } from '../../../db/ops/handovers/handovers.ts';
import { writePartners } from '../../../db/ops/handovers/partners.ts';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { mendRows } from '../../../db/ops/mend-rows.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { addPersonHere } from '../../../db/ops/people.ts';
import { countFailure, readPin, writePin } from '../../../db/ops/pins.ts';
import { rottenRow } from '../../../db/ops/row-proof.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { rotting } from '../../builders/rotting.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const ENROLLED = {
  ...{
    server: 'https://server.example/',
    device: randomUUID(),
    library: 'l',
    branch: 'b',
    server_key: 'key',
  },
  state: 'approved',
} as unknown as Enrolled;

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
  ['the id of a person', "UPDATE people SET id = 'z' || substr(id, 2)"],
  ['a role', "UPDATE people SET role = 'admin'"],
  ['who changed a question', "UPDATE desk_changes SET person = 'p9'"],
  ['how a question was', "UPDATE desk_changes SET before = replace(before, 'answered', 'answersd')"],
  ['how many tries a PIN has left', 'UPDATE pins SET failures = 0, locked_ms = 9999999999'],
  ['a free note', "UPDATE desk_notes SET note = 'formulieren'"],
  ['the code of a handover', "UPDATE handovers SET code = 'ABCDEFGHK'"],
  ['the id of a handover', "UPDATE handovers SET id = 'z' || substr(id, 2)"],
  ['of which handover something was said', "UPDATE handover_said SET handover = 'z' || substr(handover, 2)"],
  ['the id of the device', "UPDATE enrolment SET device = 'z' || substr(device, 2)"],
  ['what the server is not told of a handover yet', "UPDATE handover_said SET state = 'withdrawn'"],
  ['the key of a partner', "UPDATE partners SET body = replace(body, 'age1', 'age2')"],
  ['to which server the device belongs', "UPDATE enrolment SET server = 'https://elsewhere.example/'"],
  ['that the device is approved', "UPDATE enrolment SET state = 'revoked'"],
])('%s that is not what was written comes back from the copy, and the questions since stay', (_, rot) => {
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
  const { number } = logQuestion(db, now, { at, facts, note: 'formulier' });
  writeEnrolment(db, ENROLLED);
  writePartners(db, [
    { id: 'wijkteam', name: 'Wijkteam', kind: 'other', recipient: 'age1key' } as NewPartner,
  ]);
  const by = { now, person: 'p1', key: undefined };
  const given = { id: randomUUID(), code: 'ABCDEFGHJ', partner: 'wijkteam', partner_name: 'Wijkteam' };
  writeHandover(db, { ...given, sealed: true }, by);
  sayOfHandover(db, given.id, 'called', by);
  correctQuestion(db, now, number, { at, facts: { ...facts, outcome: 'referred' } }, 'p1');
  const before = everyRow(db);
  writeCopy(db, join(dataDir, 'copies'));
  logQuestion(db, now, { at, facts });
  db.close();
  expect(open(dataDir).told).toEqual([]);

  const spoilt = new Database(join(dataDir, 'ops.db'));
  spoilt.pragma('foreign_keys = OFF');
  rotting(spoilt, () => expect(spoilt.prepare(rot).run().changes).toBe(1));
  spoilt.close();
  const again = open(dataDir);
  expect(again.told).toEqual([]);
  expect(again.db && listIncidents(again.db)).toMatchObject([{ code: 'rows-mended' }]);
  expect(again.db && listQuestions(again.db, 9)).toHaveLength(2);
  for (const table of [
    'pins',
    'people',
    'desk_changes',
    'desk_notes',
    'enrolment',
    'partners',
    'handover_said',
  ])
    expect(again.db && everyRow(again.db)[table]).toEqual(before[table]);
  expect(again.db && listHandovers(again.db)).toMatchObject([{ code: 'ABCDEFGHJ', state: 'called' }]);
});

test('what rotted of an enrolment, a handover and a count of tries comes back from the copy, and a change before that does not cover it up', () => {
  const db = aStore('ops');
  const by = { now: new Date('2026-11-26T13:00:00Z'), person: 'p1', key: undefined };
  const given = { id: randomUUID(), code: 'ABCDEFGHJ', partner: 'wijkteam', partner_name: 'Wijkteam' };
  writeHandover(db, { ...given, sealed: false }, by);
  writeEnrolment(db, ENROLLED);
  writePin(db, 'p1', '$argon2id$v=19$m=65536,t=3,p=4$abc$def');
  countFailure(db, 'p1');
  const folder = aDataFolder();
  writeCopy(db, folder);
  rotting(db, () =>
    db.exec(
      "UPDATE handovers SET code = 'ABCDEFGHK'; UPDATE enrolment SET state = 'revoked'; UPDATE pins SET failures = 0",
    ),
  );
  countFailure(db, 'p1');
  sayOfHandover(db, given.id, 'called', by);
  noteStart(db);
  expect(rottenRow(db)).toBe('a row of enrolment is not what was written');
  const [file] = wholeCopies(folder);
  const copy = openForReading(file as string, {});
  onTestFinished(() => void copy.close());
  expect(mendRows(db, copy)).toBe(true);
  expect(readEnrolment(db)).toMatchObject({ ...ENROLLED, starts: 1 });
  expect(readPin(db, 'p1')).toMatchObject({ failures: 1 });
  expect(listHandovers(db)).toMatchObject([{ code: 'ABCDEFGHJ', state: 'given' }]);
  // What the server heard of it already had a lower number.
  expect(listHandovers(db)[0]?.last_said).toBeGreaterThan(999);
  expect(countFailure(db, 'p1')).toBe(2);
  expect(rottenRow(db)).toBeUndefined();
});

test('of a trigger that rotted it is said that the store is damaged', () => {
  const db = aStore('ops');
  const { sql } = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'pins_mirrored'").get() as {
    sql: string;
  };
  db.exec('DROP TRIGGER pins_mirrored');
  db.exec(sql.replaceAll('locked_ms)', 'locked_mr)'));
  expect(() => rottenRow(db)).toThrow('locked_mr');
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
  expect(again.told).toEqual([]);
  expect(again.db?.prepare('SELECT name FROM people').pluck().all()).toEqual(['A.']);
});
