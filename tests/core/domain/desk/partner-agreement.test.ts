import { expect, it } from 'vitest';
import { judgeAgreement } from '../../../../core/domain/desk/partner-agreement.ts';

it.each([
  [undefined, 'none'],
  ['2026-11-26', 'stale'],
  ['2026-11-27', 'soon'],
  ['2026-12-27', 'soon'],
  ['2026-12-28', 'good'],
])('judges an agreement that is reviewed by %s as %s', (reviewBy, state) => {
  expect(judgeAgreement(reviewBy, '2026-11-27')).toBe(state);
});
