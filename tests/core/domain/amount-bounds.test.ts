import { expect, test } from 'vitest';
import { alone, behind, DUTCH_END, ENGLISH_END } from '../../../core/domain/amount-bounds.ts';

const finds = (pattern: string, text: string) => new RegExp(pattern, 'iu').test(text);

test.each([
  ['the end of a sentence', 'U krijgt 300.', true],
  ['a word that goes on without it', 'als u 300 krijgt', true],
  ['"and" with no other number', 'u krijgt 300 en u betaalt niets', true],
  ['a noun that it counts', 'u krijgt 300 folders', false],
  ['"or" with another number', '300 of 400 folders', false],
  ['figures behind a point', '300.18', false],
])('in Dutch a number stands alone before %s', (_, text, expected) => {
  expect(finds(`300${DUTCH_END}`, text)).toBe(expected);
});

test.each([
  ['the end', 'You get 300.', true],
  ['"and" with a verb', 'you get 300 and you pay', true],
  ['a noun', 'you get 300 leaflets', false],
])('in English before %s', (_, text, expected) => {
  expect(finds(`300${ENGLISH_END}`, text)).toBe(expected);
});

test.each(['1.300', '300-12', '300.12', '12/300', '300:00'])('%s is a longer row of figures', (text) => {
  expect(finds(alone('300'), text)).toBe(false);
});

test('an amount is one behind whole words only', () => {
  expect(finds(behind('kost', '300'), 'het kost 300')).toBe(true);
  expect(finds(behind('kost', '300'), 'de verkost 300')).toBe(false);
  expect(finds(behind('kost', '300'), 'het kost nu 300')).toBe(false);
});
