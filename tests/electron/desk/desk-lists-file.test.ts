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

test('a schedule that is refused is left out and told, and the rest is used', () => {
  const dataDir = aDataFolder();
  const week = { id: 'week', byday: 'MO,TU', opens_at: '10:00', closes_at: '17:00' };
  const schedules = [week, { id: 'month', freq: 'MONTHLY', opens_at: '10:00', closes_at: '17:00' }];
  writeFileSync(deskListsFile(dataDir), JSON.stringify({ ...shipped(), notes: true, schedules }));
  const { lists, fault, hoursFault } = readDeskLists(dataDir, SHIPPED);
  expect(lists).toMatchObject({ notes: true, schedules: [week] });
  expect(lists.schedules).toHaveLength(1);
  expect(fault).toBeNull();
  expect(hoursFault).toMatch(/^desk\.json, schedules\.1: does not say on which days/);
});

test('a file that cannot be read is told too', () => {
  const dataDir = aDataFolder();
  mkdirSync(deskListsFile(dataDir));
  expect(readDeskLists(dataDir, SHIPPED).fault).toContain('EISDIR');
});
