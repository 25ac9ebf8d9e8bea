import { expect, test } from 'vitest';
import { readEnrolment, writeEnrolment } from '../../../db/ops/enrolment.ts';
import { countOutbox, keepBatch, oldestInOutbox } from '../../../db/ops/outbox.ts';
import { putInOutbox } from '../../../db/ops/put-in-outbox.ts';
import { partUnread } from '../../../updates/outbox/batches.ts';
import { aStore } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-27T14:41:07Z');

/** A device with a batch on its way of so many items. `rot` is SQL. */
function aDevice(waiting: number, rot = '') {
  const db = aStore('ops');
  writeEnrolment(db, {
    ...{ server: 'https://balie.example/', library: 'bieb', branch: 'Centrum', state: 'approved' },
    ...{ device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', server_key: 'A'.repeat(43) },
  });
  for (let each = 0; each < waiting; each++)
    putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'nl' } });
  db.exec(rot);
  keepBatch(db, JSON.stringify({ items: oldestInOutbox(db, waiting) }), 1, 0);
  return db;
}

/** A flipped bit: the server cannot read the hour of the first item, and nor can the contract. */
const ROTTEN_HOUR = "UPDATE outbox SET at = 'r' || substr(at, 2) WHERE seq = 1";

test.each([
  ['in halves, the bigger one first', 5, '', 3],
  ['in halves, also when one of them is nothing that the contract knows', 4, ROTTEN_HOUR, 2],
])('a batch that a server cannot read goes %s', (_, waiting, rot, next) => {
  const db = aDevice(waiting, rot);
  expect(partUnread(db)).toBe(next);
  expect([readEnrolment(db)?.batch, countOutbox(db)]).toEqual([null, waiting]);
});

test('the last one that is left is given up, and counted', () => {
  const db = aDevice(1, ROTTEN_HOUR);
  expect(partUnread(db)).toBe(1);
  expect([readEnrolment(db)?.quarantined, countOutbox(db)]).toEqual([1, 0]);
});

test.each([
  ['of nothing', '{"items":[]}'],
  ['that has rotted itself', '{"items":[{"id"'],
])('a batch %s is made anew at the next try, and not now', (_, text) => {
  const db = aDevice(2);
  keepBatch(db, text, 1, 0);
  expect(partUnread(db)).toBe(0);
  expect([readEnrolment(db)?.batch, countOutbox(db)]).toEqual([null, 2]);
});
