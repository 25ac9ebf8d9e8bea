import { expect, test } from 'vitest';
import { MigrationDriftError, NewerStoreError } from '../../db/migrate.ts';
import { DamagedStoreError, faultOf, NoFolderError } from '../../db/store-fault.ts';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'], // no room for the index of the WAL
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_CORRUPT', 'unreadable'],
  ['SQLITE_CORRUPT_VTAB', 'unreadable'],
  ['SQLITE_NOTADB', 'unreadable'],
  ['SQLITE_IOERR_READ', 'unreadable'],
  ['SQLITE_IOERR_SHORT_READ', 'unreadable'],
  ['EIO', 'unreadable'],
  ['SQLITE_READONLY', 'not-writable'],
  ['SQLITE_READONLY_DIRECTORY', 'not-writable'],
  ['SQLITE_CANTOPEN', 'not-writable'],
  ['SQLITE_IOERR_WRITE', 'not-writable'],
  ['SQLITE_BUSY', 'not-writable'], // another process has it: no reason at all to put it aside
  ['EACCES', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['EPERM', 'not-writable'],
  ['SQLITE_ERROR', 'drift'],
  ['SQLITE_CONSTRAINT_CHECK', 'drift'],
  ['ERR_DLOPEN_FAILED', 'broken-app'], // the compiled part of SQLite does not load
  ['ENOENT', 'broken-app'], // the migrations are not there
])('%s means %s', (code, fault) => {
  expect(faultOf(withCode(code))).toBe(fault);
});

test('our own errors mean what they are called', () => {
  const errors = [
    new NewerStoreError(),
    new MigrationDriftError(),
    new DamagedStoreError(),
    new NoFolderError(),
  ];
  expect(errors.map(faultOf)).toEqual(['newer', 'drift', 'unreadable', 'not-writable']);
});

test('anything else says nothing about the store, so the store is left alone', () => {
  expect([new TypeError('a bug'), undefined, null, 'text'].map(faultOf)).toEqual(Array(4).fill('broken-app'));
});
