import { expect, test } from 'vitest';
import { toldCosts } from '../../../../core/domain/directory/told-costs.ts';

test('of what is free for all, no way of paying is told', () => {
  expect(toldCosts(true, [{ amount: 0 }, { option: 'met pas' }])).toEqual([]);
});

test('an amount is told, also one of nothing, and words alone; what says nothing is not', () => {
  const said = [
    { amount: 5 },
    { amount: 0 },
    { option: 'met pas' },
    { amount_description: 'wat u kunt missen' },
  ];
  expect(toldCosts(false, [...said, {}])).toEqual(said);
});
