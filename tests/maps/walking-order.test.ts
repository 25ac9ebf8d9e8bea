import { expect, it } from 'vitest';
import { walkingOrder } from '../../maps/walking-order.ts';
import { aFlow } from '../builders/a-flow.ts';
import { aYesNo } from '../builders/a-question.ts';

it('goes from the start, step by step, questions before outcomes, and forgets nothing', () => {
  const flow = aFlow({
    start: 'een',
    questions: {
      drie: aYesNo('wel', 'niet'),
      twee: aYesNo('drie', 'niet'),
      los: aYesNo('wel', 'niet'),
      een: aYesNo('wel', 'twee'),
    },
    outcomes: ['niet', 'wel', 'nergens'],
  });
  expect(walkingOrder(flow)).toEqual(['een', 'twee', 'drie', 'los', 'wel', 'balie', 'niet', 'nergens']);
});

it('leaves out what the flow does not have', () => {
  expect(walkingOrder(aFlow({ questions: { een: aYesNo('weg', 'niet') }, outcomes: ['niet'] }))).toEqual([
    'een',
    'niet',
    'balie',
  ]);
});
