import { expect, test } from 'vitest';
import { shiftedSettings } from '../../../../core/domain/check/chance-amounts.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aParameter } from '../../../builders/a-parameter.ts';
import { aNumber } from '../../../builders/a-question.ts';

const flow = aFlow({
  questions: {
    'hoe-oud': aNumber(
      [0, 120],
      [
        { when: { answer: 'hoe-oud', less_than: { parameter: 'huur.leeftijd' } }, go: 'niet' },
        { when: { answer: 'hoe-oud', at_most: { parameter: 'zorg.leeftijd' } }, go: 'wel' },
        { go: 'balie' },
      ],
    ),
  },
  outcomes: ['wel', 'niet'],
});
const shifts = (rent: number, care: number) =>
  shiftedSettings(flow, {
    today: '2026-11-28',
    parameters: { 'huur.leeftijd': aParameter(rent), 'zorg.leeftijd': aParameter(care) },
  }).map(({ parameters }) => [
    parameters['huur.leeftijd']?.values[0]?.value,
    parameters['zorg.leeftijd']?.values[0]?.value,
  ]);

test.each([
  ['as high', 18, 18],
  ['one apart, which draws the same bound among whole numbers', 18, 17],
])('moves each of two amounts that are %s, to either side and one at a time', (_, rent, care) => {
  expect(shifts(rent, care)).toEqual([
    ...[
      [rent + 2, care],
      [rent - 2, care],
    ],
    ...[
      [rent, care + 2],
      [rent, care - 2],
    ],
  ]);
});

test('leaves amounts alone that are far from each other', () => {
  expect(shifts(18, 67)).toEqual([]);
});
