// An ops store that rots in any way: found at the next start, restored from the newest good copy, and said.

import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Trouble } from '../../../../../core/contract/about.ts';
import type { NewPartner } from '../../../../../core/contract/administration/organisations.ts';
import type { ReadDb, WriteDb } from '../../../../../db/open.ts';
import { recordAct } from '../../../../../db/ops/audit.ts';
import { writeCopy } from '../../../../../db/ops/copies.ts';
import { correctQuestion } from '../../../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../../../db/ops/desk/pass-on.ts';
import { listQuestions } from '../../../../../db/ops/desk/read-questions.ts';
import { type Enrolled, writeEnrolment } from '../../../../../db/ops/enrolment.ts';
import { sayOfHandover, writeHandover } from '../../../../../db/ops/handovers/handovers.ts';
import { writePartners } from '../../../../../db/ops/handovers/partners.ts';
import { OPS_OPTIONS } from '../../../../../db/ops/ops-options.ts';
import { addPersonHere } from '../../../../../db/ops/people.ts';
import { countFailure, writePin } from '../../../../../db/ops/pins.ts';
import { readQuestionCounts } from '../../../../../db/ops/question-counts.ts';
import { rottenRow } from '../../../../../db/ops/row-proof.ts';
import { keepAuditWhole } from '../../../../../electron/stores/keep-audit-whole.ts';
import { openOps } from '../../../../../electron/stores/open-ops.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../../../builders/a-store.ts';
import { chance } from '../../../../builders/chance.ts';
import { aQuestion } from '../../../../core/domain/desk/a-question.ts';

/** BALIE_CORRUPTIONS=3000 spoils more often. */
const CORRUPTIONS = Number(process.env['BALIE_CORRUPTIONS'] ?? 300);
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_127);
const [COPIED, SINCE] = [40, 10];
const [SECTOR, PAGE] = [512, OPS_OPTIONS.pageBytes];

/** Ways in which a disk spoils a file. `random` gives numbers from 0 to 1. */
const WAYS: readonly ((bytes: Buffer, random: () => number) => Buffer)[] = [
  // One bit.
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return bytes;
  },
  // A sector of nothing, or of something else.
  (bytes, random) => {
    const at = Math.floor((random() * bytes.length) / SECTOR) * SECTOR;
    return bytes.fill(random() < 0.5 ? 0 : 0xa5, at, at + SECTOR);
  },
  // The end is not there.
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  // A page stands where another one should.
  (bytes, random) => {
    const pages = bytes.length / PAGE;
    const from = Math.floor(random() * pages);
    const to = (from + 1 + Math.floor(random() * (pages - 1))) % pages;
    return bytes.copyWithin(to * PAGE, from * PAGE, (from + 1) * PAGE);
  },
  // A burst of nonsense.
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    for (let each = at; each < Math.min(bytes.length, at + 200); each++)
      bytes[each] = Math.floor(random() * 256);
    return bytes;
  },
];

test(`${CORRUPTIONS} ways to rot (seed ${SEED}): what opens is sound, and what is not is brought back from the copy and said`, () => {
  const template = join(aDataFolder(), 'desk');
  mkdirSync(template);
  const ops = aStore('ops', join(template, 'ops.db'), OPS_OPTIONS);
  const { id: _, at, nth: __, ...facts } = aQuestion();
  const log = (times: number) => {
    for (let each = 0; each < times; each++)
      logQuestion(ops, new Date('2026-11-26T13:00:00Z'), { at, facts, note: `formulier ${each}` });
  };
  enrolAndHandOver(ops);
  log(COPIED);
  const [person, key] = ['p1', new Uint8Array(32).fill(7)];
  const by = { at: '2026-11-26T13:00:00Z', person, key };
  for (let each = 0; each < 6; each++) {
    addPersonHere(ops, { id: `p${each}`, name: `Collega ${each}`, role: 'staff' }, by);
    writePin(ops, `p${each}`, `$argon2id$v=19$m=65536,t=3,p=4$${'ab'.repeat(11)}$${'cd'.repeat(21)}`);
    countFailure(ops, `p${each}`);
  }
  for (let each = 0; each < 60; each++) recordAct(ops, { ...by, act: 'signed-in', detail: '' }, key);
  for (const { number } of listQuestions(ops, 9))
    correctQuestion(
      ops,
      new Date('2026-11-26T13:05:00Z'),
      number,
      { at, facts: { ...facts, outcome: 'referred' } },
      person,
    );
  writeCopy(ops, join(template, 'copies'));
  log(SINCE - 1);
  passOnQuestions(ops);
  log(1);
  ops.pragma('wal_checkpoint(TRUNCATE)');
  const whole = readFileSync(join(template, 'ops.db'));
  // The last was not passed on when all was spoilt: it is at the next start.
  passOnQuestions(ops);
  const waits = (db: ReadDb) => db.prepare(NEWEST_OF_EACH).raw().all();
  const people = (db: ReadDb) =>
    [
      'SELECT * FROM people',
      'SELECT * FROM pins',
      'SELECT * FROM desk_notes',
      'SELECT * FROM handovers',
      'SELECT * FROM handover_said',
      'SELECT * FROM partners',
      'SELECT server, device, library, branch, state, server_key, mirror FROM enrolment',
      'SELECT * FROM desk_changes',
      'SELECT * FROM audit',
    ].map((sql) => db.prepare(sql).raw().all());
  const counts = (db: ReadDb) => readQuestionCounts(db, '2026-01', '2026-12');
  const [written, waiting, counted] = [listQuestions(ops, 99), waits(ops), counts(ops)];
  const known = people(ops);
  const random = chance(SEED);
  const seen = { spoilt: 0, sound: 0, recounted: 0, mended: 0, restored: 0 };
  for (let round = 0; round < CORRUPTIONS; round++) {
    const dataDir = join(aFolderIn(template), String(round));
    mkdirSync(dataDir);
    cpSync(join(template, 'copies'), join(dataDir, 'copies'), { recursive: true });
    const way = WAYS[round % WAYS.length];
    if (way === undefined) throw new Error('There is no such way.');
    const spoilt = way(Buffer.from(whole), random);
    if (!spoilt.equals(whole)) seen.spoilt++;
    writeFileSync(join(dataDir, 'ops.db'), spoilt);
    const told: Trouble[] = [];
    let isMended = false;
    const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
    const write = (code: string) => {
      if (code === 'questions-recounted') seen.recounted++;
      if (code === 'audit-mended') seen.mended++;
      if (code === 'rows-mended' || code === 'rows-lost') isMended = true;
    };
    const log = { note: write, trouble: write };
    const opened = openOps(
      places,
      { tell: (trouble) => void told.push(trouble), log },
      { stamp: String(round), now: new Date() },
    );
    const what = `round ${round + 1}: ${told.join()}`;
    if (opened === undefined) throw new Error(what);
    keepAuditWhole(opened, {
      ...{ places, now: new Date('2026-11-27T09:00:00Z') },
      ...{ log, report: () => undefined },
    });
    const questions = listQuestions(opened, 99);
    expect(opened.pragma('integrity_check', { simple: true }), what).toBe('ok');
    if (told.length === 0) {
      // Nothing in it became anything else.
      expect(questions, what).toEqual(written);
      expect(waits(opened), what).toEqual(waiting);
      expect(counts(opened), what).toEqual(counted);
      // The rest neither, but for what was put back as the copy has it, or done without.
      if (!isMended) expect(people(opened), what).toEqual(known);
      expect(rottenRow(opened), what).toBeUndefined();
      seen.sound++;
    } else {
      expect(told, what).toEqual(['ops-restored']);
      expect(questions, what).toEqual(written.slice(SINCE));
      // What was there is still there, for whoever can read more of it than we can.
      expect(
        readdirSync(dataDir).some((name) => name.startsWith('ops.db.unreadable-')),
        what,
      ).toBe(true);
      seen.restored++;
    }
    logQuestion(opened, new Date(), { at, facts });
    opened.close();
  }
  // What is written over by what is there already (nothing, in a page that is free) spoils nothing.
  expect(seen.spoilt, JSON.stringify(seen)).toBeGreaterThan(CORRUPTIONS * 0.9);
  expect(seen.restored, JSON.stringify(seen)).toBeGreaterThan(CORRUPTIONS / 3);
}, 600_000);

/**
 * What waits, but for states of questions that are not the newest any more: the server goes by the newest, in whatever order it hears of
 * them, so what rots of the others changes nothing there.
 */
const NEWEST_OF_EACH = `SELECT * FROM outbox WHERE NOT EXISTS (
    SELECT 1 FROM outbox AS later
    WHERE later.seq > outbox.seq AND json_extract(later.body, '$.id') = json_extract(outbox.body, '$.id')
  ) ORDER BY seq`;

/** The device is enrolled, and the desk gave handovers of which the server does not know all yet. */
function enrolAndHandOver(ops: WriteDb): void {
  const [device, by] = [
    randomUUID(),
    { now: new Date('2026-11-26T13:00:00Z'), person: 'p1', key: undefined },
  ];
  const server = { server: 'https://server.example/', server_key: 'k'.repeat(43) };
  writeEnrolment(ops, {
    ...{ ...server, device, library: 'l', branch: 'b', state: 'approved' },
  } as unknown as Enrolled);
  const partner = { id: 'wijkteam', name: 'Wijkteam', kind: 'other', recipient: `age1${'q'.repeat(58)}` };
  writePartners(ops, [partner as NewPartner]);
  for (let each = 0; each < 20; each++) {
    const id = randomUUID();
    const given = { id, code: `CODE${10_000 + each}`, partner: 'wijkteam', partner_name: 'Wijkteam' };
    writeHandover(ops, { ...given, sealed: true }, by);
    sayOfHandover(ops, id, 'called', by);
  }
}

function aFolderIn(template: string): string {
  return join(template, '..');
}
