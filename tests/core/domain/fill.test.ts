import { expect, test } from 'vitest';
import { anyStale, filled, filledWords } from '../../../core/domain/fill.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';

const setting = {
  parameters: { 'huur.leeftijd': aParameter(18), 'zorg.leeftijd': aStaleParameter(16) },
  today: '2026-11-28',
};

test('writes an amount with its unit as the language does', () => {
  expect(filled('U moet {huur.leeftijd} zijn.', 'nl', setting)).toBe('U moet 18 jaar zijn.');
  expect(filled('You must be {huur.leeftijd} old.', 'en', setting)).toBe('You must be 18 years old.');
});

test('leaves out the sentence of an amount that has no value today, and keeps the rest', () => {
  expect(filled('U huurt. U moet {zorg.leeftijd} zijn. Vraag het ons.', 'nl', setting)).toBe(
    'U huurt. Vraag het ons.',
  );
});

test('fills every text in words by language, however deep', () => {
  const words = {
    nl: { title: 'Huur', steps: { een: { text: 'Vanaf {huur.leeftijd}.' } } },
    en: { title: 'Rent' },
  };
  expect(filledWords(words, setting)).toEqual({
    nl: { title: 'Huur', steps: { een: { text: 'Vanaf 18 jaar.' } } },
    en: { title: 'Rent' },
  });
});

test('tells whether any text needs an amount that has no value today', () => {
  expect(anyStale(['Huur', 'Vanaf {huur.leeftijd}.'], setting)).toBe(false);
  expect(anyStale(['Huur', 'Vanaf {zorg.leeftijd}.'], setting)).toBe(true);
  expect(anyStale(['Vanaf {werk.uren}.'], setting)).toBe(true);
});
