import { expect, it } from 'vitest';
import { languageName } from '../../../core/domain/language-name.ts';

it.each([
  ['uk', 'nl', 'Oekraïens'],
  ['ar', 'en', 'Arabic'],
  ['nl', 'ar', 'الهولندية'],
  ['geen taal', 'nl', 'Geen taal'],
])('calls %s in %s: %s', (code, language, name) => {
  expect(languageName(code, language)).toBe(name);
});
