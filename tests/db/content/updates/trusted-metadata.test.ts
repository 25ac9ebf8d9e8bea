import { describe, expect, test } from 'vitest';
import {
  lastTrustedTime,
  raiseTrustedTime,
  readTrustedMetadata,
  writeTrustedMetadata,
} from '../../../../db/content/updates/trusted-metadata.ts';
import {
  readUpdateStatus,
  recordNoUpdate,
  recordUpdate,
} from '../../../../db/content/updates/update-status.ts';
import { aStore } from '../../../builders/a-store.ts';

test('what is trusted comes back as it was, and what is not named stays', () => {
  const db = aStore('content');
  const root = Buffer.from('{"root": "é"}');
  const bieb = Buffer.from('1');
  writeTrustedMetadata(
    db,
    new Map([
      ['root.json', Buffer.from('{}')],
      ['bieb.json', bieb],
    ]),
  );
  writeTrustedMetadata(
    db,
    new Map([
      ['root.json', root],
      ['snapshot.json', Buffer.from('2')],
    ]),
  );
  expect([...readTrustedMetadata(db)]).toEqual([
    ['bieb.json', bieb],
    ['root.json', root],
    ['snapshot.json', Buffer.from('2')],
  ]);
});

describe('the last trusted time', () => {
  test('begins at 0 and only rises', () => {
    const db = aStore('content');
    expect(lastTrustedTime(db)).toBe(0);
    for (const at of [5, 9, 7]) raiseTrustedTime(db, at);
    expect(lastTrustedTime(db)).toBe(9);
  });

  test('is not lowered by anybody: the database refuses', () => {
    const db = aStore('content');
    raiseTrustedTime(db, 9);
    expect(() => db.exec('UPDATE trusted_time SET at = 1')).toThrow('never goes back');
  });
});

test('the last failure stands until an update goes well', () => {
  const db = aStore('content');
  expect(readUpdateStatus(db)).toEqual({ contacted_at: null, failed_at: null, failure: null });
  recordNoUpdate(db, 1, { fault: 'unreachable', message: 'No network.' });
  expect(readUpdateStatus(db)).toEqual({
    contacted_at: null,
    failed_at: 1,
    failure: { fault: 'unreachable', message: 'No network.' },
  });
  recordUpdate(db, 2, undefined);
  expect(readUpdateStatus(db)).toEqual({ contacted_at: 2, failed_at: 1, failure: null });
});

test('a pack that fails is told, and the contact is one all the same', () => {
  const db = aStore('content');
  const failure = { fault: 'pack-broken', message: 'It does not pass the check.' };
  recordUpdate(db, 3, failure);
  expect(readUpdateStatus(db)).toEqual({ contacted_at: 3, failed_at: 3, failure });
});
