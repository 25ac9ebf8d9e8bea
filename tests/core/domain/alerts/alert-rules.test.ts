import { expect, test } from 'vitest';
import { AlertRules, USUAL_RULES } from '../../../../core/domain/alerts/alert-rules.ts';

test('what is left out is as it usually is', () => {
  expect(AlertRules.parse({ silentHours: 48 })).toEqual({ ...USUAL_RULES, silentHours: 48 });
  expect(USUAL_RULES).toMatchObject({ silentOpenHours: 8, silentHours: 24, staleDays: 7, expiryDays: 14 });
});

test.each([
  ['nothing at all', { silentHours: 0 }],
  ['less than nothing', { freeBytes: -1 }],
  ['more than anybody means', { expiryDays: 1_001 }],
  ['what is no number', { startsPerHour: '4' }],
  ['a rule that there is not', { silentMinutes: 5 }],
])('refuses %s', (_, rules) => {
  expect(AlertRules.safeParse(rules).success).toBe(false);
});
