import { expect, test } from 'vitest';
import { NumberQuestion } from '../../../core/domain/flow.ts';
import { aNumber } from '../../builders/a-question.ts';

test.each([
  [[0, 120], true],
  [[-1, 5], false],
  [[-5, -1], false],
])('a number between %j can be typed on the keys of a question: %s', (between, good) => {
  const question = { ...aNumber([0, 1], 'balie'), between };
  expect(NumberQuestion.safeParse(question).success).toBe(good);
});
