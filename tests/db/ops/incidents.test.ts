import { expect, test } from 'vitest';
import { listIncidents, MOST_INCIDENTS, recordIncident } from '../../../db/ops/incidents.ts';
import { aStore } from '../../builders/a-store.ts';

test('incidents come newest first', () => {
  const db = aStore('ops');
  const incidents = ['one', 'two'].map((code) => ({ at: '2026-11-24T09:00:00.000Z', code, detail: 'why' }));
  for (const incident of incidents) recordIncident(db, incident);
  expect(listIncidents(db)).toEqual(incidents.reverse());
});

test('a fault that repeats for ever keeps the newest and no more', () => {
  const db = aStore('ops');
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO incidents (at, code, detail) VALUES (?, ?, ?)');
  for (let number = 1; number <= MOST_INCIDENTS + 20; number += 1) insert.run('now', `code-${number}`, '');
  db.exec('COMMIT');
  recordIncident(db, { at: 'now', code: 'the-last', detail: '' });
  const codes = listIncidents(db).map(({ code }) => code);
  expect(codes).toHaveLength(MOST_INCIDENTS);
  expect(codes[0]).toBe('the-last');
  expect(codes.at(-1)).toBe('code-22');
});
