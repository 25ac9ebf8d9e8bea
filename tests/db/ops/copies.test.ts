import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { ReadDb, WriteDb } from '../../../db/open.ts';
import { hasWholeCopy, restoreCopy, timeOfCopy, wholeCopies, writeCopy } from '../../../db/ops/copies.ts';
import { listIncidents, recordIncident } from '../../../db/ops/incidents.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';

/** Copies written one minute after another; each has one incident more, called after its number. */
function copiesWritten(count: number) {
  const folder = join(aDataFolder(), 'copies');
  const db = aStore('ops');
  for (let number = 1; number <= count; number += 1) {
    recordIncident(db, { at: 'now', code: `incident-${number}`, detail: '' });
    const before = new Map(existsSync(folder) ? sizesAndTimes(folder) : []);
    writeCopy(db, folder);
    for (const [name, time] of sizesAndTimes(folder))
      if (before.get(name) !== time) utimesSync(join(folder, name), number * 60, number * 60);
  }
  return { folder, db };
}

const sizesAndTimes = (folder: string) =>
  readdirSync(folder).map((name): [string, string] => [name, codesIn(join(folder, name)).join()]);

function codesIn(file: string): string[] {
  if (!file.endsWith('.db')) return [];
  const db = new Database(file, { readonly: true });
  try {
    return listIncidents(db as unknown as ReadDb).map(({ code }) => code);
  } finally {
    db.close();
  }
}

const newestIn = (file: string) => codesIn(file)[0];
const order = (folder: string) => wholeCopies(folder).map(newestIn);
const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Writes a copy as an app does that knows of no numbers. */
function copyAsBefore(db: WriteDb, folder: string, name: string, madeAt: Date): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  db.prepare('VACUUM INTO ?').run(file);
  writeFileSync(`${file}.sha256`, digestOf(file));
  utimesSync(file, madeAt, madeAt);
}

/** Copies that such an app made in this order, at these times; each has one incident more. */
function copiesOfBefore(madeAt: Readonly<Record<string, Date>>) {
  const folder = join(aDataFolder(), 'copies');
  const db = aStore('ops');
  for (const [index, [name, at]] of Object.entries(madeAt).entries()) {
    recordIncident(db, { at: 'now', code: `incident-${index + 1}`, detail: '' });
    copyAsBefore(db, folder, name, at);
  }
  return { folder, db };
}

describe('a copy', () => {
  test('is whole, and lies beside its checksum', () => {
    const { folder } = copiesWritten(1);
    expect(readdirSync(folder).sort()).toEqual(['ops-1.db', 'ops-1.db.sha256']);
    expect(codesIn(join(folder, 'ops-1.db'))).toEqual(['incident-1']);
    expect(hasWholeCopy(folder)).toBe(true);
  });

  test('is written over the older of two', () => {
    const { folder } = copiesWritten(2);
    expect(['ops-1.db', 'ops-2.db'].map((name) => newestIn(join(folder, name)))).toEqual([
      'incident-1',
      'incident-2',
    ]);
    const three = copiesWritten(3).folder;
    expect(['ops-1.db', 'ops-2.db'].map((name) => newestIn(join(three, name)))).toEqual([
      'incident-3',
      'incident-2',
    ]);
  });

  test('is written over one that is not whole, even when that is the newer: the good one stays', () => {
    const { folder, db } = copiesWritten(2);
    writeFileSync(join(folder, 'ops-2.db'), 'half a copy');
    recordIncident(db, { at: 'now', code: 'incident-3', detail: '' });
    writeCopy(db, folder);
    expect(['ops-1.db', 'ops-2.db'].map((name) => newestIn(join(folder, name)))).toEqual([
      'incident-1',
      'incident-3',
    ]);
  });

  test('is written where a crash left half of one', () => {
    const { folder, db } = copiesWritten(1);
    writeFileSync(join(folder, 'ops-2.db.new'), 'half a copy');
    writeCopy(db, folder);
    expect(readdirSync(folder).sort()).toEqual([
      'ops-1.db',
      'ops-1.db.sha256',
      'ops-2.db',
      'ops-2.db.sha256',
    ]);
  });
});

describe('a lost store is brought back', () => {
  const restored = (folder: string) => {
    const file = join(aDataFolder(), 'ops.db');
    return { done: restoreCopy(folder, file), file };
  };

  test('from the newest copy', () => {
    const { done, file } = restored(copiesWritten(3).folder);
    expect([done, newestIn(file)]).toEqual([true, 'incident-3']);
  });

  test('from the copy that was made last also where the clock said that it was made first', () => {
    const { folder } = copiesWritten(3);
    utimesSync(join(folder, 'ops-2.db'), 9000, 9000);
    const { file } = restored(folder);
    expect([newestIn(file), order(folder)]).toEqual(['incident-3', ['incident-3', 'incident-2']]);
  });

  test.each([
    ['is damaged', (copy: string) => writeFileSync(copy, 'damaged')],
    ['has another checksum', (copy: string) => writeFileSync(`${copy}.sha256`, '0'.repeat(64))],
    ['has lost its checksum', (copy: string) => rmSync(`${copy}.sha256`)],
    ['is gone', (copy: string) => rmSync(copy)],
  ])('from the other one when the newest %s', (_, damage) => {
    const { folder } = copiesWritten(2);
    damage(join(folder, 'ops-2.db'));
    const { done, file } = restored(folder);
    expect([done, newestIn(file)]).toEqual([true, 'incident-1']);
  });

  test('from none when there is none', () => {
    const { done, file } = restored(aDataFolder());
    expect([done, existsSync(file)]).toEqual([false, false]);
  });

  test('whole or not at all: when it cannot be put there, nothing is', () => {
    const { folder } = copiesWritten(1);
    const file = join(aDataFolder(), 'ops.db');
    mkdirSync(join(file, 'in-the-way'), { recursive: true });
    expect(() => restoreCopy(folder, file)).toThrow();
    expect(existsSync(`${file}.new`)).toBe(false);
    expect(hasWholeCopy(folder)).toBe(true);
  });
});

describe('copies of an app that gave no numbers', () => {
  const made = (daysAgo: number) => new Date(Date.parse('2026-11-24T09:00:00Z') - daysAgo * 86_400_000);

  test.each([
    ['ahead', -365, ['incident-1', 'incident-2']],
    ['right', 2, ['incident-2', 'incident-1']],
  ])(
    'come behind one with a number, and among each other by time, also where their clock was %s',
    (_, daysAgo, before) => {
      const { folder, db } = copiesOfBefore({ 'ops-1.db': made(daysAgo), 'ops-2.db': made(1) });
      expect(order(folder)).toEqual(before);
      for (const code of ['incident-3', 'incident-4']) {
        recordIncident(db, { at: 'now', code, detail: '' });
        writeCopy(db, folder);
        expect(order(folder)[0]).toBe(code);
      }
      expect(order(folder)).toEqual(['incident-4', 'incident-3']);
    },
  );

  test('that was put back after this one are as new as their time says', () => {
    const { folder, db } = copiesWritten(2);
    recordIncident(db, { at: 'now', code: 'incident-3', detail: '' });
    copyAsBefore(db, folder, 'ops-1.db', made(0));
    expect(order(folder)).toEqual(['incident-3', 'incident-2']);
  });

  test('are read by it, and it reads those of this one: beside each lies the checksum, and nothing else', () => {
    const { folder } = copiesWritten(2);
    for (const name of ['ops-1.db', 'ops-2.db'])
      expect(readFileSync(join(folder, `${name}.sha256`), 'utf8')).toBe(digestOf(join(folder, name)));
  });
});

test('when a copy was made is said of the one with the highest number, and of the one before it', () => {
  const { folder } = copiesWritten(2);
  utimesSync(join(folder, 'ops-1.db'), 600, 600);
  expect([timeOfCopy(folder), timeOfCopy(folder, true)]).toEqual([new Date(120_000), new Date(600_000)]);
  expect(timeOfCopy(aDataFolder())).toBeUndefined();
});
