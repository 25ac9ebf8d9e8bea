import { expect, test } from 'vitest';
import { isParameterName, LONGEST_NAME } from '../../../core/domain/parameter-name.ts';

test.each([
  ['two ids', 'huurtoeslag.leeftijd', true],
  ['more ids, with hyphens and figures', 'aow.2026.hoogste-bedrag', true],
  ['a single id', 'huurtoeslag', false],
  ['nothing behind the point', 'huurtoeslag.', false],
  ['nothing between points', 'huur..leeftijd', false],
  ['a capital', 'huurtoeslag.Leeftijd', false],
  ['a space', 'huur toeslag.leeftijd', false],
  ['a hyphen at the end', 'huurtoeslag-.leeftijd', false],
  ['a line behind it', 'huurtoeslag.leeftijd\n', false],
  ['as long as a name can be', `a.${'b'.repeat(LONGEST_NAME - 2)}`, true],
  ['longer', `a.${'b'.repeat(LONGEST_NAME - 1)}`, false],
])('a name of a parameter: %s', (_, text, expected) => {
  expect(isParameterName(text)).toBe(expected);
});
