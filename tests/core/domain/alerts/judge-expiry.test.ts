import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../../../core/domain/alerts/alert-rules.ts';
import { judgeExpiry } from '../../../../core/domain/alerts/judge-expiry.ts';

const NOW = Date.parse('2026-11-01T12:00:00Z');
const role = (name: string, expires: string) => ({ role: name, expires });
const root = role('root', '2027-11-01T00:00:00Z');

test('tells the role that runs out first, when that is within the days of the rule', () => {
  const soon = role('snapshot', '2026-11-14T00:00:00Z');
  const sooner = role('timestamp', '2026-11-05T00:00:00Z');
  expect(judgeExpiry([root, soon, sooner], USUAL_RULES, NOW)).toEqual({ kind: 'expiring', ...sooner });
});

test('what has run out is the soonest', () => {
  const over = role('bieb', '2026-10-01T00:00:00Z');
  expect(judgeExpiry([role('timestamp', '2026-11-02T00:00:00Z'), over], USUAL_RULES, NOW)).toMatchObject(
    over,
  );
});

test('is silent to the last moment before the days of the rule', () => {
  const expires = new Date(NOW + 14 * 24 * 3_600_000).toISOString();
  expect(judgeExpiry([role('bieb', expires)], USUAL_RULES, NOW)).toMatchObject({ role: 'bieb' });
  expect(judgeExpiry([role('bieb', expires)], USUAL_RULES, NOW - 1)).toBeUndefined();
  expect(judgeExpiry([], USUAL_RULES, NOW)).toBeUndefined();
});
