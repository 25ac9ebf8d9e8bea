// A row that rotted and that no copy has: the questions are worth more than it.

import { randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Trouble } from '../../../core/contract/about.ts';
import type { NewPartner } from '../../../core/contract/administration/organisations.ts';
import type { WriteDb } from '../../../db/open.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { listQuestions, readNote } from '../../../db/ops/desk/read-questions.ts';
import { type Enrolled, readEnrolment, writeEnrolment } from '../../../db/ops/enrolment.ts';
import { forgetOldHandovers } from '../../../db/ops/handovers/forget.ts';
import { findHandover, sayOfHandover, writeHandover } from '../../../db/ops/handovers/handovers.ts';
import { readPartners, writePartners } from '../../../db/ops/handovers/partners.ts';
import { untoldHandovers } from '../../../db/ops/handovers/report.ts';
import { listSealed, writeSealed } from '../../../db/ops/handovers/sealed-files.ts';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { addPersonHere } from '../../../db/ops/people.ts';
import { countFailure, forgiveFailures, readPin, writePin } from '../../../db/ops/pins.ts';
import { rottenRow } from '../../../db/ops/row-proof.ts';
import { copyWhenDue } from '../../../electron/stores/daily-copy.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { rotting } from '../../builders/rotting.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T13:00:00Z');
const BY = { now: NOW, person: 'p1', key: undefined };
const HANDOVER = randomUUID();

const ENROLLED = {
  ...{ server: 'https://server.example/', device: randomUUID(), library: 'l', branch: 'b' },
  ...{ server_key: 'key', state: 'approved' },
} as unknown as Enrolled;

/** A desk of which the copy of two days ago has nothing but one question, and which did all the rest since. */
function aDesk() {
  const dataDir = aDataFolder();
  const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  const { id: _, at, nth: __, ...facts } = aQuestion();
  logQuestion(db, NOW, { at, facts });
  writeCopy(db, join(dataDir, 'copies'));
  const old = new Date(NOW.getTime() - 2 * 86_400_000);
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), old, old);
  const { number } = logQuestion(db, NOW, { at, facts, note: 'formulier' });
  addPersonHere(
    db,
    { id: 'p1', name: 'A.', role: 'staff' },
    { at: NOW.toISOString(), person: 'admin', key: undefined },
  );
  writeEnrolment(db, ENROLLED);
  writePin(db, 'p1', '$argon2id$v=19$m=65536,t=3,p=4$abc$def');
  countFailure(db, 'p1');
  writePartners(db, [
    { id: 'wijkteam', name: 'Wijkteam', kind: 'other', recipient: 'age1key' } as NewPartner,
  ]);
  const given = { id: HANDOVER, code: 'ABCDEFGHJ', partner: 'wijkteam', partner_name: 'Wijkteam' };
  writeHandover(db, { ...given, sealed: true }, BY);
  sayOfHandover(db, HANDOVER, 'called', BY);
  return { dataDir, db, number, places: { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined } };
}

function spoil(dataDir: string, sql: string) {
  const spoilt = new Database(join(dataDir, 'ops.db'));
  // A disk asks for no constraint.
  spoilt.pragma('ignore_check_constraints = ON');
  spoilt.pragma('foreign_keys = OFF');
  rotting(spoilt, () => expect(spoilt.prepare(sql).run().changes).toBe(1));
  spoilt.close();
}

test.each([
  ['the hour', "UPDATE handovers SET given_at = '2006' || substr(given_at, 5)"],
  ['the id', `UPDATE handovers SET id = '${randomUUID()}'`],
])('a handover of which %s rotted is not forgotten by it, nor what was locked for it', (_, rot) => {
  const { dataDir, db, places } = aDesk();
  db.exec("DELETE FROM handover_said; UPDATE handovers SET sealed = 'here'");
  writeSealed(dataDir, HANDOVER, Buffer.from('age').toString('base64'));
  spoil(dataDir, rot);
  const before = everyRow(db)['handovers'];
  for (const days of [0, 2]) forgetOldHandovers(db, dataDir, new Date(NOW.getTime() + days * 86_400_000));
  expect(everyRow(db)['handovers']).toEqual(before);
  expect(listSealed(dataDir)).toEqual([HANDOVER]);
  // Once it is mended, or done without, its days count.
  copyWhenDue(db, { places, now: NOW, log: aLog(), report: () => undefined });
  forgetOldHandovers(db, dataDir, new Date(NOW.getTime() + 15 * 86_400_000));
  expect(listSealed(dataDir)).toEqual([]);
});

const ROT: readonly [string, string, (db: WriteDb, number: number) => void][] = [
  [
    'a free note goes',
    "UPDATE desk_notes SET note = 'formuliex'",
    (db, number) => expect(readNote(db, number)).toBeNull(),
  ],
  [
    'whoever knows the PIN comes in, and guesses are few',
    'UPDATE pins SET failures = 4000, locked_ms = 9999999999',
    (db) => {
      expect(readPin(db, 'p1')).toMatchObject({ failures: 4, locked_ms: 0 });
      forgiveFailures(db, 'p1');
      expect(countFailure(db, 'p1')).toBe(1);
    },
  ],
  [
    'a partner is heard of again',
    "UPDATE partners SET body = replace(body, 'age1', 'age2')",
    (db) => expect(readPartners(db)).toEqual([]),
  ],
  [
    'the device goes on belonging to its server where its state can be none',
    "UPDATE enrolment SET state = 'approvee'",
    (db) => expect(readEnrolment(db)).toMatchObject(ENROLLED),
  ],
  [
    'the device goes on belonging to its server where only its second saying cannot be read',
    "UPDATE enrolment SET mirror = '{' || substr(mirror, 2)",
    (db) => expect(readEnrolment(db)).toMatchObject(ENROLLED),
  ],
  [
    'a handover of which nobody knows the code goes',
    "UPDATE handovers SET code = 'ABCDEFGHK'",
    (db) => expect(findHandover(db, HANDOVER)).toBeUndefined(),
  ],
  [
    'a handover stays, and is not forgotten early',
    "UPDATE handovers SET given_at = '2006' || substr(given_at, 5)",
    (db) => expect(findHandover(db, HANDOVER)).toMatchObject({ given_at: '2026-11-26T13:00:00Z' }),
  ],
  ...['state', 'sealed', 'told'].map((word): (typeof ROT)[number] => [
    `a handover keeps a word that can be one: ${word}`,
    `UPDATE handovers SET ${word} = 'givem'`,
    (db) => expect(findHandover(db, HANDOVER)).toMatchObject({ state: 'called', sealed: 'here', told: 'no' }),
  ]),
  [
    'a handover stays where it is only its second saying that cannot be read',
    "UPDATE handovers SET mirror = '{' || substr(mirror, 2)",
    (db) => expect(findHandover(db, HANDOVER)).toMatchObject({ code: 'ABCDEFGHJ', sealed: 'here' }),
  ],
  [
    'a handover stays where a word of its second saying is none',
    "UPDATE handovers SET mirror = replace(mirror, 'called', 'callee')",
    (db) => expect(findHandover(db, HANDOVER)).toMatchObject({ state: 'called' }),
  ],
  [
    'how far a handover is, is said again where nobody knows of which it was said',
    "UPDATE handover_said SET handover = 'z' || substr(handover, 2)",
    (db) => expect(untoldHandovers(db, 9)[0]?.said).toMatchObject([{ state: 'called' }]),
  ],
  [
    'how far a handover is, is said again',
    "UPDATE handover_said SET state = 'no-show'",
    (db) => expect(untoldHandovers(db, 9)[0]?.said).toMatchObject([{ state: 'called' }]),
  ],
];

test.each(ROT)(
  'at a start, of what rotted and no copy has, %s, and every question stays',
  (_, rot, holds) => {
    const { dataDir, db, number, places } = aDesk();
    db.close();
    spoil(dataDir, rot);
    const told: Trouble[] = [];
    const log = aLog();
    const tell = (trouble: Trouble) => void told.push(trouble);
    const again = openOps(places, { tell, log }, { stamp: '7', now: NOW }) as WriteDb;
    onTestFinished(() => void again.close());
    expect([told, log.codes()]).toEqual([[], ['rows-lost']]);
    expect(listQuestions(again, 9)).toHaveLength(2);
    expect(listIncidents(again)).toMatchObject([{ code: 'rows-lost' }]);
    expect(rottenRow(again)).toBeUndefined();
    holds(again, number);
  },
);

test.each(ROT)(
  'in the copy of the day, of what rotted and no copy has, %s, and the copy is made',
  (_, rot, holds) => {
    const { dataDir, db, number, places } = aDesk();
    spoil(dataDir, rot);
    const log = aLog();
    for (const days of [0, 2]) {
      const now = new Date(NOW.getTime() + days * 86_400_000);
      copyWhenDue(db, { places, now, log, report: () => undefined });
    }
    expect(log.codes()).toEqual(['rows-lost']);
    expect(readdirSync(join(dataDir, 'copies'))).toContain('ops-2.db');
    expect(rottenRow(db)).toBeUndefined();
    holds(db, number);
    db.close();
    const told: Trouble[] = [];
    const tell = (trouble: Trouble) => void told.push(trouble);
    const again = openOps(places, { tell, log }, { stamp: '7', now: NOW }) as WriteDb;
    onTestFinished(() => void again.close());
    expect([told, log.codes(), listQuestions(again, 9).length]).toEqual([[], ['rows-lost'], 2]);
  },
);

test('what a copy has comes back beside what no copy has', () => {
  const { dataDir, db, number, places } = aDesk();
  writeCopy(db, join(dataDir, 'copies'));
  const { id: _, at, nth: __, ...facts } = aQuestion();
  const later = logQuestion(db, NOW, { at, facts, note: 'printer' });
  db.close();
  spoil(dataDir, "UPDATE people SET name = 'B.'");
  spoil(dataDir, "UPDATE desk_notes SET note = 'printex' WHERE note = 'printer'");
  const again = openOps(places, { tell: () => undefined, log: aLog() }, { stamp: '7', now: NOW }) as WriteDb;
  onTestFinished(() => void again.close());
  expect(again.prepare('SELECT name FROM people').pluck().all()).toEqual(['A.']);
  expect([number, later.number].map((each) => readNote(again, each))).toEqual(['formulier', null]);
  expect(listQuestions(again, 9)).toHaveLength(3);
});

test('what rotted and cannot be let go of is told to staff, and no more when it is right', () => {
  const { dataDir, db, places } = aDesk();
  const reported: [Trouble, boolean][] = [];
  const report = (trouble: Trouble, detail: string | undefined) =>
    void reported.push([trouble, detail !== undefined]);
  const copy = () => copyWhenDue(db, { places, now: NOW, log: aLog(), report });
  spoil(dataDir, "UPDATE people SET name = 'B.'");
  copy();
  expect(reported).toContainEqual(['ops-damaged', true]);
  expect(readdirSync(join(dataDir, 'copies'))).not.toContain('ops-2.db');
  spoil(dataDir, "UPDATE people SET name = 'A.'");
  copy();
  expect(reported.at(-1)).toEqual(['ops-damaged', false]);
});
