import { expect, test } from 'vitest';
import { sinceOver } from '../../../../core/domain/report/month-over.ts';

const at = (text: string) => new Date(`${text}:00Z`);
const noticed = (text: string, isDoubted = false) => ({ noticedAt: at(text).toISOString(), isDoubted });

test('a month that is noticed to be over is not told of at once', () => {
  expect(sinceOver(undefined, at('2026-12-01T08:00'))).toEqual({
    noticedAt: '2026-12-01T08:00:00.000Z',
    isOver: false,
  });
});

test('a day later it is, and keeps the moment at which it was noticed', () => {
  const before = noticed('2026-12-01T08:00');
  expect(sinceOver(before, at('2026-12-02T07:59'))).toEqual({ noticedAt: before.noticedAt, isOver: false });
  expect(sinceOver(before, at('2026-12-02T08:00'))).toEqual({ noticedAt: before.noticedAt, isOver: true });
});

test.each([
  ['a clock that ran ahead then', noticed('2026-12-01T08:00', true)],
  ['a clock that is earlier now', noticed('2026-12-09T08:00')],
  ['a moment that nobody can read', { noticedAt: 'rot', isDoubted: false }],
])('the day begins anew after %s', (_, before) => {
  expect(sinceOver(before, at('2026-12-03T08:00'))).toEqual({
    noticedAt: '2026-12-03T08:00:00.000Z',
    isOver: false,
  });
});
