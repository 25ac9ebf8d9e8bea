import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Month,
  mayClose,
  monthAfter,
  monthAt,
  monthsBefore,
  toldIn,
} from '../../../../core/domain/report/month.ts';

test('months follow one another, over the turn of the year too', () => {
  expect(monthAfter('2026-09')).toBe('2026-10');
  expect(monthAfter('2026-12')).toBe('2027-01');
  expect(['2026-12', '2026-11', '2025-12', '2025-11', '2025-10']).toEqual(
    [0, 1, 12, 13, 14].map((many) => monthsBefore('2026-12', many)),
  );
  expect(monthsBefore('2026-01', 1)).toBe('2025-12');
  expect(Month.safeParse('2026-13').success).toBe(false);
});

test('a month closes when seven days of the next have passed on a Dutch clock', () => {
  expect(mayClose('2026-11', Date.parse('2026-12-07T22:59:59Z'))).toBe(false);
  expect(mayClose('2026-11', Date.parse('2026-12-07T23:00:00Z'))).toBe(true);
});

test('whatever comes when: a question is told of once, and never in a month that was closed', () => {
  const month = fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, '0')}`);
  fc.assert(
    fc.property(month, fc.option(month, { nil: undefined }), month, (asked, closed, came) => {
      const told = toldIn(asked, closed, came);
      const own = [asked, came].sort()[0] ?? '';
      if (closed === undefined || own > closed) expect(told).toBe(own);
      else expect(told).toBe(monthAfter(closed));
    }),
    { seed: 20261127 },
  );
});

test('a question of a clock that is ahead is told of in the month in which it came', () => {
  expect(toldIn('2027-11', '2026-10', '2026-11')).toBe('2026-11');
  expect(toldIn('2027-11', undefined, '2026-11')).toBe('2026-11');
  expect(toldIn('2026-11', '2026-10', '2026-12')).toBe('2026-11');
});

test('a month begins on a Dutch clock', () => {
  expect(monthAt(Date.parse('2026-11-30T22:59:59Z'))).toBe('2026-11');
  expect(monthAt(Date.parse('2026-11-30T23:00:00Z'))).toBe('2026-12');
});
