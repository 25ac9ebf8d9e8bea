import { expect, test } from 'vitest';
import type { WriteDb } from '../../../db/open.ts';
import { listIncidents, recordIncident } from '../../../db/ops/incidents.ts';
import { watchWrites } from '../../../electron/stores/watch-writes.ts';
import { aLog } from '../../builders/a-log.ts';
import { aStore } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

/** A store that is written into, with what was told of it and of what is past. */
function aWatchedStore(damaged?: 'ops-damaged') {
  const ops = aStore('ops');
  const log = aLog();
  const past: unknown[][] = [];
  const writes = watchWrites(
    { tell: log.trouble, past: (...given) => void past.push(given) },
    () => NOW,
    damaged,
  );
  const write = (act: (ops: WriteDb) => unknown = writeMuch) => writes.attempt(ops, act);
  return { ops, log, past, writes, write };
}

const writeMuch = (ops: WriteDb) =>
  recordIncident(ops, { at: NOW.toISOString(), code: 'much', detail: 'm'.repeat(100_000) });

const fails = (code: string) => () => {
  throw Object.assign(new Error('it failed'), { code });
};

/** As a disk that has not a page left. */
const fillUp = (ops: WriteDb) => ops.pragma(`max_page_count = ${ops.pragma('page_count', { simple: true })}`);
const makeRoom = (ops: WriteDb) => ops.pragma('max_page_count = 1000000');

test('a disk that fills up is told once, and no more when a write goes in again', () => {
  const { ops, log, past, writes, write } = aWatchedStore();
  expect(write()).toHaveProperty('done');
  fillUp(ops);
  expect(write()).toHaveProperty('error.code', 'SQLITE_FULL');
  write();
  expect(writes.troubles()).toEqual(['disk-full']);
  expect(log.codes()).toEqual(['disk-full']);
  write((db) => listIncidents(db));
  expect(writes.troubles(), 'after reading, which goes on a full disk').toEqual(['disk-full']);
  expect(past).toEqual([]);
  makeRoom(ops);
  write();
  expect(writes.troubles()).toEqual([]);
  expect(past).toEqual([['disk-full', expect.stringContaining('full'), NOW]]);
});

test.each([
  ['SQLITE_IOERR_WRITE', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['ENOSPC', 'disk-full'],
])('an error %s is told as %s', (code, trouble) => {
  const { writes, write } = aWatchedStore();
  write(fails(code));
  expect(writes.troubles()).toEqual([trouble]);
});

test('damage stays told until the next start, which mends it', () => {
  const { writes, write, past } = aWatchedStore('ops-damaged');
  write(fails('SQLITE_CORRUPT'));
  write();
  expect(writes.troubles()).toEqual(['ops-damaged']);
  expect(past).toEqual([]);
});

test.each(['SQLITE_CONSTRAINT', 'SQLITE_CORRUPT', 'no code of the store'])(
  'what is not of the disk (%s) is for others to tell',
  (code) => {
    const { writes, write, log } = aWatchedStore();
    expect(write(fails(code))).toHaveProperty('error');
    expect(writes.troubles()).toEqual([]);
    expect(log.codes()).toEqual([]);
  },
);
