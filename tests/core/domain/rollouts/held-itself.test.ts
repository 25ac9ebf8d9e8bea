import { expect, test } from 'vitest';
import {
  type HeldItself,
  heldItselfFrom,
  heldItselfText,
} from '../../../../core/domain/rollouts/held-itself.ts';

const held: HeldItself = { seen: 8, sick: 3, ailments: { silent: 1, 'crash-loop': 2 } };

test('says how many are not well and of what, in one order', () => {
  expect(heldItselfText(held)).toBe(
    '3 of 8 devices with this version are not well: 2 started again and again, 1 fell silent.',
  );
});

test('reads a sentence that an older server kept', () => {
  expect(heldItselfFrom(heldItselfText(held))).toEqual(held);
});

test.each([
  'There was a wrong amount in it.',
  '3 of 8 devices with this version are not well: 2 caught a cold.',
  '3 of 8 devices with this version are not well: 0 fell silent.',
])('takes no sentence that somebody wrote for one: %s', (sentence) => {
  expect(heldItselfFrom(sentence)).toBeUndefined();
});
