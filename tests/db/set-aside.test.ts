import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setAside } from '../../db/set-aside.ts';
import { aDataFolder } from '../builders/a-store.ts';

function aFolderWith(...names: string[]): string {
  const folder = aDataFolder();
  for (const name of names) writeFileSync(join(folder, name), `bytes of ${name}`);
  return folder;
}

test('a store is moved away with its WAL, byte for byte, and its place is free', () => {
  const folder = aFolderWith('ops.db', 'ops.db-wal', 'ops.db-shm', 'content.db');
  expect(setAside(join(folder, 'ops.db'), 'unreadable', '1')).toBe('ops.db.unreadable-1');
  expect(readdirSync(folder).sort()).toEqual([
    'content.db',
    'ops.db.unreadable-1',
    'ops.db.unreadable-1-shm',
    'ops.db.unreadable-1-wal',
  ]);
  expect(readFileSync(join(folder, 'ops.db.unreadable-1'), 'utf8')).toBe('bytes of ops.db');
  expect(readFileSync(join(folder, 'ops.db.unreadable-1-wal'), 'utf8')).toBe('bytes of ops.db-wal');
});

test('a WAL that was left alone is moved away too: it must not meet a new store', () => {
  const folder = aFolderWith('ops.db-wal');
  setAside(join(folder, 'ops.db'), 'unreadable', '1');
  expect(readdirSync(folder)).toEqual(['ops.db.unreadable-1-wal']);
});

test('only the newest of a kind is kept, and other kinds stay', () => {
  const folder = aFolderWith(
    'content.db.unreadable-1',
    'content.db.unreadable-1-wal',
    'content.db.newer-1',
    'content.db',
  );
  setAside(join(folder, 'content.db'), 'unreadable', '2');
  expect(readdirSync(folder).sort()).toEqual(['content.db.newer-1', 'content.db.unreadable-2']);
});

test('as many are kept as were asked for', () => {
  const folder = aFolderWith(
    'ops.db.unreadable-1',
    'ops.db.unreadable-2',
    'ops.db.unreadable-2-wal',
    'ops.db',
  );
  setAside(join(folder, 'ops.db'), 'unreadable', '3', 2);
  expect(readdirSync(folder).sort()).toEqual([
    'ops.db.unreadable-2',
    'ops.db.unreadable-2-wal',
    'ops.db.unreadable-3',
  ]);
});

test.each([1, 2])('one that is set aside while the clock is behind is kept, of %i', (keep) => {
  const folder = aFolderWith('ops.db.unreadable-2026', 'ops.db.unreadable-2027', 'ops.db');
  setAside(join(folder, 'ops.db'), 'unreadable', '2015', keep);
  expect(readdirSync(folder).sort()).toEqual(
    ['ops.db.unreadable-2015', 'ops.db.unreadable-2027'].slice(0, keep),
  );
});
