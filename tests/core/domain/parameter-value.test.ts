import { expect, test } from 'vitest';
import { valueOn } from '../../../core/domain/parameter-value.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';

const parameters = { 'huur.leeftijd': aParameter(18), 'zorg.grens': aStaleParameter(500) };

test('gives the value whole, with where it comes from', () => {
  expect(valueOn(parameters, 'huur.leeftijd', '2026-06-01')).toMatchObject({
    value: 18,
    checked_on: '2026-11-03',
  });
});

test.each([
  ['one whose days are over', 'zorg.grens'],
  ['a name that nobody knows', 'werk.uren'],
  ['a name that every object has', 'toString'],
])('gives none for %s', (_, id) => {
  expect(valueOn(parameters, id, '2026-06-01')).toBeUndefined();
});
