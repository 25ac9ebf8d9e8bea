import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskListsFile, readDeskLists } from '../../../electron/desk/desk-lists-file.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const SHIPPED = join(import.meta.dirname, '../../../assets/desk/desk.json');
const shipped = () => JSON.parse(readFileSync(SHIPPED, 'utf8'));

test('the lists of the library come before those of the app', () => {
  const dataDir = aDataFolder();
  expect(readDeskLists(dataDir, SHIPPED)).toMatchObject({ fault: null, lists: { notes: false } });
  writeFileSync(deskListsFile(dataDir), JSON.stringify({ ...shipped(), notes: true }));
  expect(readDeskLists(dataDir, SHIPPED)).toMatchObject({ fault: null, lists: { notes: true } });
});

test.each([
  ['no JSON', '{ "places": ', 'desk.json: '],
  ['a wrong category', JSON.stringify({ ...shipped(), notes: 'ja' }), 'desk.json, notes: '],
])('with %s, those of the app are used, and it says where', (_, text, why) => {
  const dataDir = aDataFolder();
  writeFileSync(deskListsFile(dataDir), text);
  const found = readDeskLists(dataDir, SHIPPED);
  expect(found.fault).toContain(why);
  expect(found.lists.places.length).toBeGreaterThan(0);
});

test('a file that cannot be read is told too', () => {
  const dataDir = aDataFolder();
  mkdirSync(deskListsFile(dataDir));
  expect(readDeskLists(dataDir, SHIPPED).fault).toContain('EISDIR');
});
