import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeDrift, overwrite } from '../builders/damage.ts';
import { bytesSetAside, logged, setAsideIn, startKiosk, toldToStaff, useContent } from './start-kiosk.ts';
import { aUsedKiosk } from './used-kiosk.ts';

const change = (sql: string) => (file: string) => {
  const db = new Database(file);
  db.exec(sql);
  db.close();
};

/** The incidents in the store of a kiosk that was closed, oldest first. */
function incidentsIn(dataDir: string): string[] {
  const db = new Database(join(dataDir, 'ops.db'), { readonly: true });
  try {
    return db.prepare('SELECT code FROM incidents ORDER BY id').pluck().all() as string[];
  } finally {
    db.close();
  }
}

test.each([
  ['is gone', (file: string) => rmSync(file), true, 'ops-restored', ['written-before', 'ops-restored']],
  ['is garbage', overwrite, true, 'ops-restored', ['written-before', 'ops-restored']],
  ['is garbage and has no copy', overwrite, false, 'ops-lost', ['ops-lost']],
] as const)(
  'an ops store that %s: visitors notice nothing, staff hear of it',
  async (_, damage, copied, code, incidents) => {
    const { dataDir, packsDir } = aUsedKiosk({ copied });
    const file = join(dataDir, 'ops.db');
    damage(file);
    const before = damage === overwrite ? readFileSync(file) : undefined;
    const kiosk = await startKiosk({ dataDir, packsDir });
    await useContent(kiosk.page());
    expect(await toldToStaff(kiosk.page())).toEqual([code]);
    await logged(dataDir, code);
    await kiosk.close();
    expect(incidentsIn(dataDir)).toEqual(incidents);
    expect(setAsideIn(dataDir)).toEqual(before === undefined ? [] : ['ops.db.unreadable']);
    if (before !== undefined) expect(bytesSetAside(dataDir, 'ops.db.unreadable')).toEqual(before);
  },
);

test.each([
  ['is of a newer version', change("INSERT INTO migrations VALUES ('0099-future.sql', 'x')"), 'ops-newer'],
  ['has drifted', makeDrift, 'ops-drift'],
])('an ops store that %s is left as it is, byte for byte; visitors notice nothing', async (_, make, code) => {
  const { dataDir, packsDir } = aUsedKiosk();
  const file = join(dataDir, 'ops.db');
  make(file);
  const before = [readFileSync(file), readdirSync(join(dataDir, 'copies'))];
  const kiosk = await startKiosk({ dataDir, packsDir });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual([code]);
  await logged(dataDir, code);
  await kiosk.close();
  expect([readFileSync(file), readdirSync(join(dataDir, 'copies'))]).toEqual(before);
  expect(setAsideIn(dataDir)).toEqual([]);
});
