// A byte that rots where the store lies on the disk: an index and the CHECK of a column notice it before Balie does.

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Trouble } from '../../../core/contract/about.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { type Enrolled, readEnrolment, writeEnrolment } from '../../../db/ops/enrolment.ts';
import { findHandover, writeHandover } from '../../../db/ops/handovers/handovers.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { readPin, writePin } from '../../../db/ops/pins.ts';
import { unsound } from '../../../db/unsound.ts';
import { copyWhenDue } from '../../../electron/stores/daily-copy.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T13:00:00Z');
const HANDOVER = randomUUID();
const GIVEN = {
  id: HANDOVER,
  code: 'ABCDEFGHJ',
  partner: 'wijkteam',
  partner_name: 'Wijkteam',
  sealed: true,
};
const ENROLLED = {
  ...{ server: 'https://server.example/', device: randomUUID(), library: 'l', branch: 'b' },
  ...{ server_key: 'key', state: 'approved' },
} as unknown as Enrolled;

/** A desk that is closed, and gave a handover since its copy of two days ago; in its file `from` became `to`. */
function aSpoiltDesk(from: string, to: string, before?: (db: WriteDb) => void) {
  const dataDir = aDataFolder();
  const file = join(dataDir, 'ops.db');
  const db = aStore('ops', file, OPS_OPTIONS);
  const { id: _, at, nth: __, ...facts } = aQuestion();
  writeEnrolment(db, ENROLLED);
  writePin(db, 'colleague', '$argon2id$v=19$m=65536,t=3,p=4$abc$def');
  logQuestion(db, NOW, { at, facts });
  before?.(db);
  writeCopy(db, join(dataDir, 'copies'));
  const old = new Date(NOW.getTime() - 2 * 86_400_000);
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), old, old);
  logQuestion(db, NOW, { at, facts });
  writeHandover(db, GIVEN, { now: NOW, person: 'p1', key: undefined });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  const at0 = bytes.indexOf(from);
  expect([at0 > 0, from.length]).toEqual([true, to.length]);
  bytes.write(to, at0);
  writeFileSync(file, bytes);
  return { dataDir, file, places: { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined } };
}

const given = (db: WriteDb) => findHandover(db, HANDOVER);
const ROT: readonly [string, string, string, string, (db: WriteDb) => void][] = [
  [
    'the code of a handover',
    `${HANDOVER}ABCDEFGHJ`,
    `${HANDOVER}ABCDEFGHK`,
    'rows-lost',
    (db) => expect(given(db)).toBeUndefined(),
  ],
  [
    'the code of a handover in its index',
    `ABCDEFGHJ${HANDOVER}`,
    `ABCDEFGHK${HANDOVER}`,
    'rows-mended',
    (db) => expect(given(db)).toMatchObject({ code: 'ABCDEFGHJ', state: 'given', sealed: 'here' }),
  ],
  [
    'how far a handover is',
    'givenhe',
    'givemhe',
    'rows-lost',
    (db) => expect(given(db)).toMatchObject({ code: 'ABCDEFGHJ', state: 'given', sealed: 'here' }),
  ],
  [
    'whether the device is approved',
    'lbapprovedkey',
    'lbapprovefkey',
    'rows-mended',
    (db) => expect(readEnrolment(db)).toMatchObject(ENROLLED),
  ],
  [
    'whose a PIN is, in its index',
    '\u0003\u001f\tcolleague',
    '\u0003\u001f\tcolleagum',
    'rows-mended',
    (db) => expect(readPin(db, 'colleague')).toBeDefined(),
  ],
];

test.each(ROT)('a byte that rots in %s costs no question at a start', (_, from, to, code, holds) => {
  const { places } = aSpoiltDesk(from, to);
  const told: Trouble[] = [];
  const log = aLog();
  const tell = (trouble: Trouble) => void told.push(trouble);
  const db = openOps(places, { tell, log }, { stamp: '7', now: NOW }) as WriteDb;
  onTestFinished(() => void db.close());
  expect([told, log.codes()]).toEqual([[], [code]]);
  expect([listQuestions(db, 9).length, unsound(db)]).toEqual([2, []]);
  holds(db);
});

test.each(ROT)('a byte that rots in %s is mended before the copy of the day', (_, from, to, code, holds) => {
  const { dataDir, file, places } = aSpoiltDesk(from, to);
  const db = openForWriting(file, OPS_OPTIONS);
  onTestFinished(() => void db.close());
  const log = aLog();
  copyWhenDue(db, { places, now: NOW, log, report: () => undefined });
  expect(log.codes()).toEqual([code]);
  expect(readdirSync(join(dataDir, 'copies'))).toContain('ops-2.db');
  expect([listQuestions(db, 9).length, unsound(db)]).toEqual([2, []]);
  holds(db);
});

/** Rows that were written before there were digests: nobody can say of them which of row and index is right. */
const OF_BEFORE: readonly [string, string, string, (db: WriteDb) => void, string][] = [
  [
    'the id of a person',
    'colleague-1Anna',
    'colleague-3Anna',
    (db) =>
      void db.exec(
        "INSERT INTO people (id, name, role, source) VALUES ('colleague-1', 'Anna', 'staff', 'here')",
      ),
    'SELECT id FROM people',
  ],
];

test.each(OF_BEFORE)(
  'a byte that rots in %s without a digest is damage, at a start',
  (_, from, to, before, asked) => {
    const { places } = aSpoiltDesk(from, to, before);
    const told: Trouble[] = [];
    const log = aLog();
    const tell = (trouble: Trouble) => void told.push(trouble);
    const db = openOps(places, { tell, log }, { stamp: '7', now: NOW }) as WriteDb;
    onTestFinished(() => void db.close());
    expect(told).toEqual(['ops-restored']);
    expect(db.prepare(asked).pluck().all()).toEqual(['colleague-1']);
  },
);

test.each(OF_BEFORE)(
  'a byte that rots in %s without a digest gets into no copy of the day',
  (_, from, to, before) => {
    const { dataDir, file, places } = aSpoiltDesk(from, to, before);
    const db = openForWriting(file, OPS_OPTIONS);
    onTestFinished(() => void db.close());
    const told: Trouble[] = [];
    copyWhenDue(db, { places, now: NOW, log: aLog(), report: (trouble) => void told.push(trouble) });
    expect(told).toContain('ops-damaged');
    expect(readdirSync(join(dataDir, 'copies'))).not.toContain('ops-2.db');
  },
);
