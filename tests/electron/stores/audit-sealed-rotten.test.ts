// A log of an older version that is to be sealed, in a store or beside copies that are not as they should be.

import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openOpsStore } from '../../../cli/admin/open-ops-store.ts';
import type { NewPartner } from '../../../core/contract/administration/organisations.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import { recordAct, sealChained } from '../../../db/ops/audit.ts';
import { writeCopy } from '../../../db/ops/copies.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { writePartners } from '../../../db/ops/handovers/partners.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { copyWhenDue } from '../../../electron/stores/daily-copy.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { makePepper, readPepper } from '../../../trust/pin/pepper.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';
import { faultsOfCopies, ofBefore, unasked } from '../../builders/audit-logs.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const placesIn = (dataDir: string) => ({ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined });

/** As the app opens it. */
function open(dataDir: string): WriteDb {
  const plan = { tell: () => undefined, log: aLog() };
  const db = openOps(placesIn(dataDir), plan, { stamp: '7', now: NOW }) as WriteDb;
  onTestFinished(() => void db.close());
  return db;
}

/** A store of before with a question, and two copies; `sealed`: an act sealed its log. In the store `rot` was done, and in no copy. */
function aDesk(rot: string, { sealed = false } = {}): string {
  const dataDir = aDataFolder();
  ofBefore(dataDir, NOW.toISOString(), { upToDate: true });
  const db = openForWriting(join(dataDir, 'ops.db'), OPS_OPTIONS);
  if (sealed) sealChained(db, () => makePepper(dataDir));
  const { id: _, nth: __, at, ...facts } = aQuestion({ outcome: 'answered' });
  logQuestion(db, NOW, { at, facts });
  writePartners(db, [{ id: 'wijkteam', name: 'Wijkteam', kind: 'other' } as NewPartner]);
  for (let each = 0; each < 2; each++) writeCopy(db, join(dataDir, 'copies'));
  unasked(db, () => db.exec(rot));
  db.close();
  return dataDir;
}

test('a copy that was made while the clock was ahead is sealed too', () => {
  const dataDir = aDesk('');
  const ahead = new Date(Date.now() + 3 * 86_400_000);
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), ahead, ahead);
  open(dataDir).close();
  expect(faultsOfCopies(dataDir)).toEqual([[], []]);
});

test.each([
  ['a question', "UPDATE desk_questions SET outcome = 'referred'"],
  ['a line of the log', "UPDATE audit SET detail = 'x' WHERE seq = 2"],
])('a command over %s that rotted leaves the good copies; the next start seals them', (_, rot) => {
  const dataDir = aDesk(rot);
  openOpsStore(dataDir, MIGRATIONS).close();
  expect(existsSync(join(dataDir, 'audit.sealed'))).toBe(false);
  const db = open(dataDir);
  expect(listQuestions(db, 9)).toMatchObject([{ question: { outcome: 'answered' } }]);
  expect(verifyAudit(db, readPepper(dataDir)).faults).toEqual([]);
  expect(existsSync(join(dataDir, 'audit.sealed'))).toBe(true);
  expect(faultsOfCopies(dataDir)).toEqual([[], []]);
});

test('a command that adds a line to a whole log, in a store in which something else rotted, calls it no broken one', () => {
  const dataDir = aDesk("UPDATE partners SET body = replace(body, 'Wijkteam', 'Wijkteal')");
  const command = openOpsStore(dataDir, MIGRATIONS);
  const key = makePepper(dataDir);
  recordAct(command, { at: NOW.toISOString(), act: 'looked', person: 'admin', detail: '' }, key);
  command.close();
  const db = open(dataDir);
  expect(verifyAudit(db, key)).toMatchObject({ lines: 5, faults: [] });
  expect(faultsOfCopies(dataDir)).toEqual([[], []]);
});

test.each([true, false])(
  'a line that rotted before the first start is mended; its log was sealed: %s',
  (sealed) => {
    const dataDir = aDesk("UPDATE audit SET detail = 'x' WHERE seq = 2", { sealed });
    const db = open(dataDir);
    copyWhenDue(db, { places: placesIn(dataDir), now: NOW, log: aLog(), report: () => undefined });
    expect(verifyAudit(db, readPepper(dataDir)).faults).toEqual([]);
    expect(faultsOfCopies(dataDir)).toEqual([[], []]);
  },
);
