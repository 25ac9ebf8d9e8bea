import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { damageTable, overwrite } from '../builders/damage.ts';
import { bytesSetAside, logged, setAsideIn, startKiosk, toldToStaff, useContent } from './start-kiosk.ts';
import { aUsedKiosk } from './used-kiosk.ts';

const change = (sql: string) => (file: string) => {
  const db = new Database(file);
  db.exec(sql);
  db.close();
};

test('a content store that is gone is built again, and there is nothing to tell', async () => {
  const { dataDir, packsDir } = aUsedKiosk();
  rmSync(join(dataDir, 'content.db'));
  const kiosk = await startKiosk({ dataDir, packsDir });
  await useContent(kiosk.page());
  expect(await toldToStaff(kiosk.page())).toEqual([]);
  await logged(dataDir, 'pack-installed');
  expect(setAsideIn(dataDir)).toEqual([]);
});

test.each([
  ['is garbage', overwrite, 'content-rebuilt', 'unreadable'],
  [
    'lost a table to damage',
    (file: string) => damageTable(file, 'active_packs'),
    'content-rebuilt',
    'unreadable',
  ],
  [
    'is of a newer version',
    change("INSERT INTO migrations VALUES ('0099-future.sql', 'x')"),
    'content-newer',
    'newer',
  ],
  ['has drifted', change("UPDATE migrations SET sha256 = 'x'"), 'content-rebuilt', 'drift'],
])(
  'a content store that %s is set aside byte for byte, and the content is there',
  async (_, damage, code, kind) => {
    const { dataDir, packsDir } = aUsedKiosk();
    const file = join(dataDir, 'content.db');
    damage(file);
    const before = readFileSync(file);
    const kiosk = await startKiosk({ dataDir, packsDir });
    await useContent(kiosk.page());
    expect(await toldToStaff(kiosk.page())).toEqual([code]);
    expect(await logged(dataDir, code)).toContain(`set aside as content.db.${kind}-`);
    expect(setAsideIn(dataDir)).toEqual([`content.db.${kind}`]);
    expect(bytesSetAside(dataDir, `content.db.${kind}`)).toEqual(before);
  },
);

test('damage that is found only while a visitor reads: the visitor sees the page that was asked for', async () => {
  const { dataDir, packsDir } = aUsedKiosk();
  damageTable(join(dataDir, 'content.db'), 'topics');
  const before = readFileSync(join(dataDir, 'content.db'));
  const kiosk = await startKiosk({ dataDir, packsDir });
  await useContent(kiosk.page());
  await logged(dataDir, 'content-damaged');
  await logged(dataDir, 'content-rebuilt');
  expect(bytesSetAside(dataDir, 'content.db.unreadable')).toEqual(before);
});
