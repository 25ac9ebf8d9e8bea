import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { migrate, readMigrations } from '../../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import {
  type Act,
  eachLine,
  listActs,
  readHead,
  recordAct,
  recordLost,
  sealChained,
} from '../../../db/ops/audit.ts';
import { hashOfLine, sealOf } from '../../../db/ops/audit-chain.ts';
import { brokenLine } from '../../../db/ops/mend-audit.ts';
import { addPersonHere, removePerson, takePeople } from '../../../db/ops/people.ts';
import { writePin } from '../../../db/ops/pins.ts';
import { verifyAudit } from '../../../db/ops/verify-audit.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { chance } from '../../builders/chance.ts';

const at = '2026-11-26T20:00:00.000Z';
const KEY = new Uint8Array(32).fill(7);

/** A store in which so much was done. */
function aLog(lines: number, key: Uint8Array | undefined = KEY): WriteDb {
  const ops = aStore('ops');
  ops.pragma('synchronous = OFF');
  for (let seq = 1; seq <= lines; seq++)
    recordAct(
      ops,
      { at, act: 'looked', person: seq % 2 === 0 ? 'colleague-1' : null, detail: String(seq) },
      key,
    );
  return ops;
}
/** What somebody does who has the store and not the key: the triggers are gone first. */
function tamper(ops: WriteDb, sql: string, ...values: unknown[]): void {
  const triggers = ops.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) ops.exec(`DROP TRIGGER ${name}`);
  ops.prepare(sql).run(...values);
  for (const trigger of triggers) ops.exec(trigger.sql);
}
const faultsAt = (ops: WriteDb) => verifyAudit(ops, KEY).faults.map(({ seq }) => seq);
const record = (ops: WriteDb, act: Act, key: Uint8Array | undefined = KEY) =>
  recordAct(ops, { at, act, person: null, detail: '' }, key);

test('what was done is there, the last first, and so much of it as is asked for', () => {
  const ops = aStore('ops');
  recordAct(ops, { at, act: 'signed-in', person: 'admin', detail: '' }, KEY);
  recordAct(ops, { at, act: 'installed', person: 'admin', detail: 'zelfredzaam 3' }, KEY);
  expect(listActs(ops, 10)).toEqual([
    { at, act: 'installed', person: 'admin', detail: 'zelfredzaam 3' },
    { at, act: 'signed-in', person: 'admin', detail: '' },
  ]);
  expect(listActs(ops, 1)).toHaveLength(1);
});

describe('the log', () => {
  it('is whole, empty or not, and says where it ends', () => {
    expect(verifyAudit(aStore('ops'), KEY)).toEqual({ lines: 0, last: undefined, faults: [] });
    const ops = aLog(5);
    const { lines, last, faults } = verifyAudit(ops, KEY);
    expect([lines, last?.seq, faults]).toEqual([5, 5, []]);
    expect(readHead(ops)).toMatchObject({ seq: 5, hash: last?.hash });
  });

  it.each([
    ["UPDATE audit SET detail = 'x' WHERE seq = 2", 'never changed'],
    ['DELETE FROM audit WHERE seq = 5', 'never taken out'],
    ['DELETE FROM audit_head', 'always known'],
    [`INSERT INTO audit SELECT 7, at, act, person, detail, hash, hash FROM audit WHERE seq = 5`, 'goes on'],
    [`INSERT INTO audit SELECT 6, at, act, person, detail, prev, hash FROM audit WHERE seq = 5`, 'goes on'],
    [
      `INSERT OR REPLACE INTO audit SELECT seq, at, act, 'x', detail, prev, hash FROM audit WHERE seq = 5`,
      'goes on',
    ],
  ])('is only added to: %s', (sql, why) => {
    const ops = aLog(5);
    expect(() => ops.exec(sql)).toThrow(why);
    expect(faultsAt(ops)).toEqual([]);
  });

  it('names what was changed, taken out, moved, put in or cut', () => {
    const found = (sql: string, ...values: unknown[]) => {
      const ops = aLog(9);
      tamper(ops, sql, ...values);
      return verifyAudit(ops, KEY).faults.map(({ seq, says }) => `${seq} ${says}`);
    };
    expect(found("UPDATE audit SET person = 'anna' WHERE seq = 4")).toEqual([
      '4 does not say what it said when it was written',
    ]);
    expect(found('DELETE FROM audit WHERE seq IN (4, 5)')).toEqual([
      '4 and those up to line 5 are missing',
      expect.stringMatching(/^6 does not follow/),
    ]);
    expect(found('DELETE FROM audit WHERE seq > 7')).toEqual(['8 and those up to line 9 are missing']);
    expect(found('UPDATE audit SET seq = 10 WHERE seq = 4')[0]).toBe('4 is missing');
    expect(found('DELETE FROM audit WHERE seq = 9')).toEqual(['9 is missing']);
    const forged = { seq: 10, at, act: 'looked', person: null, detail: '', prev: '0'.repeat(64) };
    expect(
      found(
        'INSERT INTO audit VALUES (10, ?, ?, NULL, ?, ?, ?)',
        ...[at, 'looked', '', forged.prev, hashOfLine(forged)],
      ),
    ).toEqual([expect.stringMatching(/^10 does not follow/), '10 was added by something else than Balie']);
    expect(found("UPDATE audit_head SET seal = replace(seal, '0', '1')")).toEqual([
      expect.stringMatching(/^9 carries a seal/),
    ]);
    expect(found('DELETE FROM audit_head')).toEqual([expect.stringMatching(/^9 is the last, and it is not/)]);
  });

  it('shows any single change, wherever it is', () => {
    const luck = chance(20261127);
    const pick = <T>(all: readonly T[]) => all[Math.floor(luck() * all.length)] as T;
    const seq = () => 1 + Math.floor(luck() * 12);
    const changes: ((ops: WriteDb) => number)[] = [
      (ops) => {
        const [line, column] = [seq(), pick(['at', 'act', 'person', 'detail'])];
        tamper(ops, `UPDATE audit SET ${column} = coalesce(${column}, '') || 'x' WHERE seq = ?`, line);
        return line;
      },
      (ops) => {
        const [line, column] = [seq(), pick(['prev', 'hash'])];
        tamper(
          ops,
          `UPDATE audit SET ${column} = ? WHERE seq = ?`,
          hashOfLine({ ...FORGED, seq: luck() }),
          line,
        );
        return line;
      },
      (ops) => {
        const line = seq();
        tamper(ops, 'DELETE FROM audit WHERE seq = ?', line);
        return line;
      },
      (ops) => {
        const line = seq();
        tamper(ops, 'DELETE FROM audit WHERE seq >= ?', line);
        return line;
      },
      (ops) => {
        // Two that change places: all but their numbers.
        const [one, other] = [1 + Math.floor(luck() * 6), 7 + Math.floor(luck() * 6)];
        tamper(
          ops,
          `UPDATE audit SET (at, act, person, detail, prev, hash) =
             (SELECT at, act, person, detail, prev, hash FROM audit other
              WHERE other.seq = CASE audit.seq WHEN ${one} THEN ${other} ELSE ${one} END)
           WHERE seq IN (${one}, ${other})`,
        );
        return one;
      },
      (ops) => {
        // One told anew, with the hashes of all that follow: only the seal is then not right.
        const line = seq();
        tamper(ops, "UPDATE audit SET detail = 'x' WHERE seq = ?", line);
        rechain(ops);
        return 12;
      },
    ];
    for (let times = 0; times < 150; times++) {
      const ops = aLog(12);
      expect(faultsAt(ops)).toEqual([]);
      const change = pick(changes);
      const changed = change(ops);
      expect(faultsAt(ops), `${change} at ${changed}`).toContain(changed);
      ops.close();
    }
  });

  it('that was cut or told anew says so for good, once something is added', () => {
    const ops = aLog(6);
    tamper(ops, 'DELETE FROM audit WHERE seq > 4');
    record(ops, 'looked');
    expect(listActs(ops, 2).map(({ act }) => act)).toEqual(['looked', 'broken']);
    expect(listActs(ops, 2)[1]?.detail).toMatch(/^6:[0-9a-f]{64}$/);
    expect(verifyAudit(ops, KEY).faults).toMatchObject([{ seq: 5, says: expect.stringContaining('6:') }]);
    // Whoever cuts the end, and writes another one without the key.
    const other = aLog(6);
    tamper(other, 'DELETE FROM audit WHERE seq > 4');
    tamper(
      other,
      `UPDATE audit_head SET (seq, hash, seal) = (SELECT seq, hash, NULL FROM audit WHERE seq = 4)`,
    );
    record(other, 'looked');
    expect(faultsAt(other)).toEqual([5]);
  });

  it('holds a line that was written down elsewhere, or does not', () => {
    const ops = aLog(3);
    const { last } = verifyAudit(ops, KEY);
    const known = { seq: 3, hash: last?.hash ?? '' };
    record(ops, 'looked');
    expect(verifyAudit(ops, KEY, known).faults).toEqual([]);
    // All of it told anew by somebody who has the key too.
    const forged = aLog(4);
    tamper(forged, "UPDATE audit SET detail = 'x' WHERE seq = 2");
    rechain(forged, KEY);
    expect(verifyAudit(forged, KEY).faults).toEqual([]);
    expect(verifyAudit(forged, KEY, known).faults).toMatchObject([{ seq: 3 }]);
  });

  it('is not proven without the key of the device, nor empty where a PIN was set', () => {
    expect(verifyAudit(aLog(2), undefined).faults).toMatchObject([{ seq: 2, says: /pin.key/ }]);
    expect(verifyAudit(aLog(2), new Uint8Array(32)).faults).toMatchObject([{ seq: 2, says: /seal/ }]);
    const ops = aStore('ops');
    writePin(ops, 'admin', '$argon2id$x');
    expect(verifyAudit(ops, KEY).faults).toMatchObject([{ seq: 1 }]);
  });

  it.each([
    ['where a PIN was set', (ops: WriteDb) => setPin(ops)],
    ['where somebody works', (ops: WriteDb) => void addPersonHere(ops, SOMEBODY, BY)],
  ])('that was emptied says so for good, once something is added: %s', (_, begin) => {
    const ops = aStore('ops');
    begin(ops);
    record(ops, 'accepted-expired');
    expect([faultsAt(ops), brokenLine(ops)]).toEqual([[], undefined]);
    for (const table of ['audit', 'audit_head']) tamper(ops, `DELETE FROM ${table}`);
    expect([faultsAt(ops), brokenLine(ops)]).toEqual([[1], 1]);
    record(ops, 'signed-in');
    expect(listActs(ops, 9).map(({ act }) => act)).toEqual(['signed-in', 'broken']);
    record(ops, 'signed-out');
    expect(verifyAudit(ops, KEY).faults).toMatchObject([{ seq: 1, says: /was lost/ }]);
  });

  it.each([
    ['sets the first PIN', 'pin-set', setPin],
    ['adds somebody', 'person-added', (ops: WriteDb) => void addPersonHere(ops, SOMEBODY, BY)],
    ['hears of somebody', 'person-added', (ops: WriteDb) => void takePeople(ops, [SOMEBODY], BY)],
  ])('of a new device begins with whoever %s, and is whole', (_, act, begin) => {
    const ops = aStore('ops');
    begin(ops);
    expect(listActs(ops, 9).map((line) => line.act)).toEqual([act]);
    expect(faultsAt(ops)).toEqual([]);
  });

  it('of a store that was begun anew has lost nothing when another program began it first', () => {
    const ops = aStore('ops');
    setPin(ops);
    recordLost(ops, BY.at, KEY);
    expect(listActs(ops, 9).map(({ act }) => act)).toEqual(['pin-set']);
    expect(faultsAt(ops)).toEqual([]);
  });

  it('that was emptied says so too when the last one who works here leaves', () => {
    const ops = aStore('ops');
    addPersonHere(ops, SOMEBODY, BY);
    for (const table of ['audit', 'audit_head']) tamper(ops, `DELETE FROM ${table}`);
    removePerson(ops, SOMEBODY.id, BY);
    expect(listActs(ops, 9).map(({ act }) => act)).toEqual(['person-removed', 'broken']);
  });
});

test('what was written down before is in it, from an older store', () => {
  const file = join(aDataFolder(), 'ops.db');
  const ops = openForWriting(file);
  const migrations = readMigrations(join(MIGRATIONS, 'ops'));
  const people = migrations.findIndex(({ name }) => name === '0009-people.sql');
  migrate(ops, migrations.slice(0, people));
  ops.exec("INSERT INTO admin_pin (only, hash, failures) VALUES (1, '$argon2id$x', 2)");
  const insert = ops.prepare('INSERT INTO audit (id, at, act, detail) VALUES (?, ?, ?, ?)');
  for (let id = 3; id < 2_003; id++) insert.run(id, at, 'installed', `bibliotheek "één" ${id}\n`);
  migrate(ops, migrations);
  expect(ops.prepare('SELECT who, hash, failures, locked_ms, proof FROM pins').all()).toEqual([
    { who: 'admin', hash: '$argon2id$x', failures: 2, locked_ms: 0, proof: null },
  ]);
  expect(listActs(ops, 2)).toMatchObject([{ act: 'chained' }, { detail: 'bibliotheek "één" 2002\n' }]);
  sealChained(ops, () => KEY);
  expect(verifyAudit(ops, KEY)).toMatchObject({ lines: 2_001, faults: [] });
  record(ops, 'looked');
  expect(verifyAudit(ops, KEY)).toMatchObject({ lines: 2_002, faults: [] });
  ops.close();
});

const SOMEBODY = { id: 'colleague-1', name: 'Colleague 1', role: 'staff' } as const;
const BY = { at, person: 'admin', key: KEY };

/** As whoever sets the PIN of a device does. */
function setPin(ops: WriteDb): void {
  ops.transaction(() => {
    recordAct(ops, { at, act: 'pin-set', person: 'admin', detail: '' }, KEY);
    writePin(ops, 'admin', '$argon2id$x');
  })();
}

const FORGED = { at, act: 'looked', person: null, detail: '', prev: '0'.repeat(64) };

/** Gives every line the hash that it would have; with the key, the seal too. */
function rechain(ops: WriteDb, key?: Uint8Array): void {
  let prev = '0'.repeat(64);
  for (const line of [...eachLine(ops)]) {
    const hash = hashOfLine({ ...line, prev });
    tamper(ops, 'UPDATE audit SET prev = ?, hash = ? WHERE seq = ?', prev, hash, line.seq);
    tamper(ops, 'UPDATE audit_head SET seq = ?, hash = ?', line.seq, hash);
    if (key !== undefined)
      tamper(ops, 'UPDATE audit_head SET seal = ?', sealOf({ seq: line.seq, hash }, key));
    prev = hash;
  }
}
