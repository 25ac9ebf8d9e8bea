import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Month, mayClose, monthAfter, toldIn } from '../../../../core/domain/report/month.ts';

test('months follow one another, over the turn of the year too', () => {
  expect(monthAfter('2026-09')).toBe('2026-10');
  expect(monthAfter('2026-12')).toBe('2027-01');
  expect(Month.safeParse('2026-13').success).toBe(false);
});

test('a month closes when seven days of the next have passed on a Dutch clock', () => {
  expect(mayClose('2026-11', Date.parse('2026-12-07T22:59:59Z'))).toBe(false);
  expect(mayClose('2026-11', Date.parse('2026-12-07T23:00:00Z'))).toBe(true);
});

test('whatever comes when: a question is told of once, and never in a month that was closed', () => {
  const month = fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, '0')}`);
  fc.assert(
    fc.property(month, fc.option(month, { nil: undefined }), (asked, closed) => {
      const told = toldIn(asked, closed);
      if (closed === undefined || asked > closed) expect(told).toBe(asked);
      else expect(told).toBe(monthAfter(closed));
    }),
    { seed: 20261127 },
  );
});
