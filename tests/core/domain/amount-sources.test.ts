import { expect, it } from 'vitest';
import { amountSources } from '../../../core/domain/amount-sources.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { TODAY } from '../../builders/today.ts';

const setting = {
  today: TODAY,
  parameters: {
    'huur.leeftijd': aParameter(18, { source: 'https://www.toeslagen.nl', checked_on: '2026-11-10' }),
    'huur.grens': aParameter(21),
    'huur.oud': aStaleParameter(65),
  },
};
const AGE = { url: 'https://www.toeslagen.nl', checked_on: '2026-11-10' };
const LIMIT = { url: 'https://www.rijksoverheid.nl', checked_on: '2026-11-03' };

it('gives the source and the day of every amount that is shown, in reading order, each once', () => {
  const texts = ['Geen getal.', 'Tot {huur.grens}, vanaf {huur.leeftijd}.', 'Dus {huur.grens}.'];
  expect(amountSources(texts, setting)).toEqual([LIMIT, AGE]);
});

it('gives none for an amount that is too old, nor for one in the same sentence, which is left out with it', () => {
  expect(amountSources(['Van {huur.leeftijd} tot {huur.oud}. Vanaf {huur.grens}.'], setting)).toEqual([
    LIMIT,
  ]);
});

it('gives that of the value of today', () => {
  const [old] = aParameter(17, { valid_from: '2025-01-01', valid_until: '2025-12-31' }).values;
  const age = setting.parameters['huur.leeftijd'];
  if (old === undefined) throw new Error('The parameter has no value.');
  const both = { ...setting, parameters: { 'huur.leeftijd': { ...age, values: [old, ...age.values] } } };
  expect(amountSources(['Vanaf {huur.leeftijd}.'], both)).toEqual([AGE]);
});
