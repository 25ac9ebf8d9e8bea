import { expect, test } from 'vitest';
import { saysNoCondition } from '../../../../core/domain/directory/says-no-condition.ts';

test.each([
  ...[
    'Gratis',
    'gratis toegang.',
    'Deelname is gratis',
    'Gratis, voor iedereen',
    'voor iedereen!',
    ' kosteloos ',
  ],
  ...['Free', 'Free entry', 'Admission free of charge', 'no costs', 'for everyone'],
])('"%s" says no more than that it costs nothing', (text) => {
  expect(saysNoCondition(text)).toBe(true);
});

test.each([
  ...[
    'Gratis met een stadspas',
    'Gratis voor leden',
    'eerste keer gratis',
    'Deelname vanaf 18 jaar',
    'vrijwillige bijdrage',
    '',
  ],
  ...['Free for members', 'free on Mondays', 'niet gratis'],
])('"%s" may ask for something', (text) => {
  expect(saysNoCondition(text)).toBe(false);
});
