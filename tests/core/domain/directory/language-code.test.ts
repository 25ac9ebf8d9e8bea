import { expect, test } from 'vitest';
import { languageCode } from '../../../../core/domain/directory/language-code.ts';

test.each([
  ['three letters where there are two', 'tur', 'tr'],
  ['two letters', 'tr', 'tr'],
  ['three letters where there are no two', 'tzm', 'tzm'],
  ['capitals', 'NLD', 'nl'],
])('one code for a language: %s', (_, code, expected) => {
  expect(languageCode(code)).toBe(expected);
  expect(languageCode(code)).toBe(expected); // Asked again, it remembers the same.
});
