import { expect, test } from 'vitest';
import { nextTicket } from '../../../db/ops/tickets.ts';
import { aStore } from '../../builders/a-store.ts';

test('tickets of a day count up from 1, and every day begins anew', () => {
  const db = aStore('ops');
  const given = ['2026-11-26', '2026-11-26', '2026-11-26', '2026-11-27', '2026-11-27'].map((day) =>
    nextTicket(db, day),
  );
  expect(given).toEqual([1, 2, 3, 1, 2]);
});

test('of the days before nothing is kept', () => {
  const db = aStore('ops');
  for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) nextTicket(db, day);
  expect(db.prepare('SELECT day, last FROM tickets').all()).toEqual([{ day: '2026-11-27', last: 1 }]);
});
