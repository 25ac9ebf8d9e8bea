import { describe, expect, it } from 'vitest';
import { readingLevel } from '../../../core/domain/reading-level.ts';
import { nl } from '../../../renderer/words/nl/screens.ts';
import { SCREEN_WORDS } from '../../../renderer/words/screen-words.ts';
import { nameOf, OFFERED } from '../../../renderer/words/start-words.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function texts(words: object, above = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${above}${key}`, value] as [string, string]]
      : texts(value, `${above}${key}.`),
  );
}

describe('the words of the screens', () => {
  it.each(Object.keys(SCREEN_WORDS))('are complete in %s, each with the holes of the Dutch', (language) => {
    const own = new Map(texts(SCREEN_WORDS[language] ?? {}));
    for (const [key, dutch] of texts(nl)) {
      const text = own.get(key);
      expect(text, `${key} in ${language}`).toBeTypeOf('string');
      // A language may say one and two in a word where Dutch writes the number.
      if (!PLURAL.test(key)) expect(holes(text ?? ''), key).toEqual(holes(dutch));
    }
    expect([...own.keys()].filter((key) => !PLURAL.test(key))).toEqual(
      texts(nl)
        .map(([key]) => key)
        .filter((key) => !PLURAL.test(key)),
    );
  });

  it.each(Object.keys(SCREEN_WORDS))('have every plural form that %s needs', (language) => {
    const keys = new Set(texts(SCREEN_WORDS[language] ?? {}).map(([key]) => key));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set(
      [...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    expect(plurals.size).toBeGreaterThan(0);
    for (const key of plurals)
      for (const form of forms) expect(keys, `${key} in ${language}`).toContain(`${key}_${form}`);
  });

  it('are Dutch at level B1 or lower', () => {
    const hard = texts(nl).flatMap(([key, text]) =>
      readingLevel(text).findings.map(({ advice }) => `${key}: ${advice}`),
    );
    expect(hard).toEqual([]);
  });

  it('offer only languages that call themselves something', () => {
    expect(OFFERED.map(nameOf)).toEqual(['Nederlands', 'English']);
  });
});

function holes(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}
