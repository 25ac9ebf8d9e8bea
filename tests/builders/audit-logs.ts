import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForReading, openForWriting, type WriteDb } from '../../db/open.ts';
import { eachLine } from '../../db/ops/audit.ts';
import { FIRST_PREV, hashOfLine } from '../../db/ops/audit-chain.ts';
import { wholeCopies } from '../../db/ops/copies.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { type AuditFault, verifyAudit } from '../../db/ops/verify-audit.ts';
import { readPepper } from '../../trust/pin/pepper.ts';
import { MIGRATIONS } from './a-store.ts';

/** Changes rows as a disk does, and whoever has the store and not the key: nothing asks a trigger. */
export function unasked(db: WriteDb, act: () => void): void {
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    readonly name: string;
    readonly sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  act();
  for (const { sql } of triggers) db.exec(sql);
}

/** A store of before its lines carried hashes, with three; brought up to date by a version that seals nothing, or not yet. */
export function ofBefore(dataDir: string, at: string, { upToDate = false } = {}): void {
  const db = openForWriting(join(dataDir, 'ops.db'), OPS_OPTIONS);
  const migrations = readMigrations(join(MIGRATIONS, 'ops'));
  migrate(db, migrations.slice(0, 8));
  for (const id of [1, 2, 3])
    db.prepare('INSERT INTO audit (id, at, act, detail) VALUES (?, ?, ?, ?)').run(id, at, 'looked', '');
  if (upToDate) migrate(db, migrations);
  db.close();
}

/** What somebody does who has the store and not the key: all told anew, and at its end a line as if it came from an older store. */
export function forge(db: WriteDb, at: string): void {
  unasked(db, () => {
    const told = [...eachLine(db)].map((line) => ({ ...line, person: 'somebody-else' }));
    const last = { seq: told.length + 1, at, act: 'chained', person: null, detail: '' };
    db.exec('DELETE FROM audit');
    let prev = FIRST_PREV;
    for (const line of [...told, last]) {
      const hash = hashOfLine({ ...line, prev });
      db.prepare(
        'INSERT INTO audit (seq, at, act, person, detail, prev, hash) VALUES (@seq, @at, @act, @person, @detail, @prev, @hash)',
      ).run({ ...line, prev, hash });
      prev = hash;
    }
    db.prepare('UPDATE audit_head SET seq = ?, hash = ?, seal = NULL').run(last.seq, prev);
  });
}

/** What is wrong with the log of each of the copies. */
export function faultsOfCopies(dataDir: string): (readonly AuditFault[])[] {
  const key = readPepper(dataDir);
  return wholeCopies(join(dataDir, 'copies')).map((file) => {
    const copy = openForReading(file, {});
    onTestFinished(() => void copy.close());
    return verifyAudit(copy, key).faults;
  });
}
