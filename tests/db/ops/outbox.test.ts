import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Item } from '../../../core/contract/sync/batch.ts';
import { Happening } from '../../../core/contract/sync/count.ts';
import { type Enrolled, readEnrolment, writeEnrolment } from '../../../db/ops/enrolment.ts';
import { incidentCodesAfter, recordIncident } from '../../../db/ops/incidents.ts';
import { countOutbox, oldestInOutbox, takeAcknowledged } from '../../../db/ops/outbox.ts';
import { putInOutbox } from '../../../db/ops/put-in-outbox.ts';
import { aStore } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-27T14:41:07Z');
const DEVICE = '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d';
const ENROLLED: Enrolled = {
  ...{ server: 'https://balie.example/', device: DEVICE, library: 'bieb', branch: 'Centrum' },
  ...{ state: 'approved', server_key: 'A'.repeat(43) },
};
const EMPTY = { type: 'search-empty', body: { language: 'nl' } } as const;

function aDevice() {
  const db = aStore('ops');
  writeEnrolment(db, ENROLLED);
  return db;
}

test('a kiosk that belongs to no server, or to none any more, keeps nothing', () => {
  const db = aStore('ops');
  expect(putInOutbox(db, NOW, EMPTY)).toBe(false);
  writeEnrolment(db, { ...ENROLLED, state: 'revoked' });
  expect(putInOutbox(db, NOW, EMPTY)).toBe(false);
  expect(countOutbox(db)).toBe(0);
});

test('what happened waits as the contract says, and tells no more than the hour', () => {
  const db = aDevice();
  expect(putInOutbox(db, NOW, EMPTY)).toBe(true);
  const [item] = oldestInOutbox(db, 200);
  expect(Item.parse(item)).toMatchObject({ ...EMPTY, seq: 1, at: '2026-11-27T14:00:00Z' });
  expect(Happening.parse({ type: item?.type, body: item?.body })).toEqual(EMPTY);
  const time = Number.parseInt(String(item?.id).replace('-', '').slice(0, 12), 16);
  expect(new Date(time).toISOString()).toBe('2026-11-27T14:00:00.000Z');
});

test('whatever comes and goes: never more than the bound, the newest stay, no number twice, all accounted for', () => {
  const acts = fc.array(fc.oneof(fc.constant('put' as const), fc.integer({ min: 0, max: 4 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(acts, (done) => {
      const db = aDevice();
      const seen = new Set<number>();
      let put = 0;
      let gone = 0;
      for (const act of done) {
        if (act === 'put') {
          putInOutbox(db, NOW, EMPTY, 5);
          put++;
          const { seq } = oldestInOutbox(db, 9).at(-1) as Item;
          expect(seen.has(seq)).toBe(false);
          seen.add(seq);
        } else {
          const items = oldestInOutbox(db, act).map(({ id }) => ({ id, result: 'stored' as const }));
          gone += items.length;
          const about = {
            device: DEVICE,
            batch: DEVICE,
            state: 'approved' as const,
            clock: '',
            healthSeq: 0,
          };
          takeAcknowledged(db, { ...about, items }, { starts: 0 }, NOW.toISOString());
        }
        expect(countOutbox(db)).toBeLessThanOrEqual(5);
      }
      expect(countOutbox(db) + gone + (readEnrolment(db)?.dropped ?? 0)).toBe(put);
      db.close();
    }),
    { numRuns: 20 },
  );
});

test('what waited for one library is not told to another; for the same one it stays', () => {
  const db = aDevice();
  putInOutbox(db, NOW, EMPTY);
  writeEnrolment(db, { ...ENROLLED, device: '11111111-1111-4111-8111-111111111111' });
  expect(countOutbox(db)).toBe(1);
  writeEnrolment(db, { ...ENROLLED, library: 'elders' });
  expect(countOutbox(db)).toBe(0);
});

test('a server that is known by its key is the same one at another address, so what waited for it stays', () => {
  const db = aDevice();
  putInOutbox(db, NOW, EMPTY);
  writeEnrolment(db, { ...ENROLLED, server: 'https://balie.elsewhere.example/' });
  expect(countOutbox(db)).toBe(1);
  writeEnrolment(db, { ...ENROLLED, server: 'https://other.example/', server_key: 'B'.repeat(43) });
  expect(countOutbox(db)).toBe(0);
});

test('what went wrong before it was enrolled is told to no server as new', () => {
  const db = aStore('ops');
  const told = () => incidentCodesAfter(db, readEnrolment(db)?.told_incident ?? 0, 9);
  for (const enrolled of [ENROLLED, ENROLLED, { ...ENROLLED, library: 'elders' }]) {
    recordIncident(db, { at: NOW.toISOString(), code: 'page-crashed', detail: '' });
    writeEnrolment(db, enrolled);
    expect(told()).toEqual([]);
    recordIncident(db, { at: NOW.toISOString(), code: 'picture-damaged', detail: '' });
    expect(told()).toEqual(['picture-damaged']);
  }
});
