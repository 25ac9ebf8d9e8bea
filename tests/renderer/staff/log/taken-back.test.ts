import { expect, test } from 'vitest';
import { mayTakeBack } from '../../../../renderer/staff/log/taken-back.ts';

test.each([
  ['what was just logged', true, undefined, true],
  ['what was logged longer ago', false, undefined, false],
  ['the one before, by the same press done twice', true, { number: 7, where: 'button' }, false],
  ['the newest, after another one was taken back in the list', true, { number: 3, where: 'list' }, true],
  ['an old one, after another one was taken back in the list', false, { number: 3, where: 'list' }, false],
] as const)('the button, and %s', (_, isInTime, takenBack, may) => {
  expect(mayTakeBack(isInTime, takenBack)).toBe(may);
});
