import { expect, test } from 'vitest';
import { spokenName, spokenText } from '../../../../core/domain/directory/spoken.ts';

test('a language with a code is called as the language of the screen calls it', () => {
  expect(spokenName({ code: 'ar', name: { nl: 'Marokkaans' } }, 'nl')).toBe('Arabisch');
  expect(spokenName({ code: 'ar' }, 'en')).toBe('Arabic');
});

test('one without a code is called as the directory does, in the language there is', () => {
  expect(spokenName({ name: { nl: 'Gebarentaal', en: 'Sign language' } }, 'en')).toBe('Sign language');
  expect(spokenName({ name: { nl: 'Gebarentaal' } }, 'tr')).toBe('Gebarentaal');
  expect(spokenName({}, 'nl')).toBeUndefined();
});

test('several are said one after another, as one says them', () => {
  const spoken = [{ code: 'nl' }, { code: 'ar' }, {}, { name: { nl: 'Gebarentaal' } }];
  expect(spokenText(spoken, 'nl')).toBe('Nederlands, Arabisch en Gebarentaal');
  expect(spokenText([{}], 'nl')).toBeUndefined();
});
