import { expect, it } from 'vitest';
import { checkPlaces } from '../../../../core/domain/check/check-places.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { aFlow, anOutcome } from '../../../builders/a-flow.ts';

const said = (category: string, categories: readonly string[]) =>
  checkPlaces(
    [
      aFlow({
        outcomes: { wel: anOutcome({ places: { category } }), niet: anOutcome(), balie: anOutcome() },
      }),
    ],
    categories,
  ).map(({ severity, file, field, message }) => `${severity} ${file} ${fieldText(field)}: ${message}`);

const FIELD = 'warning flows/huur/flow.yaml outcomes.wel.places.category';

it('leaves a category in peace that a service has', () => {
  expect(said('geldhulp', ['brieven', 'geldhulp'])).toEqual([]);
});

it('warns of one that no service has, and says which was meant', () => {
  expect(said('geldhlp', ['brieven', 'geldhulp'])).toEqual([
    `${FIELD}: No service of the directory has the category "geldhlp", so the outcome names no places. Did you mean "geldhulp"?`,
  ]);
});

it('says which there are when none is like it, and what to do when there are none', () => {
  expect(said('zwemmen', ['recht', 'geldhulp'])[0]).toMatch(/ Take one of these: geldhulp, recht\.$/);
  expect(said('zwemmen', [])[0]).toMatch(/ Give services a category, or take it out\.$/);
});
