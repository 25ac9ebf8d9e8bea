import { describe, expect, it } from 'vitest';
import { readingLevel } from '../../../core/domain/reading-level.ts';
import { ADMIN_WORDS } from '../../../renderer/words/admin-words.ts';
import { ADMINISTRATION_WORDS } from '../../../renderer/words/administration-words.ts';
import { nl as adminNl } from '../../../renderer/words/nl/admin.ts';
import { nl as administrationNl } from '../../../renderer/words/nl/administration.ts';
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

describe.each([
  ['the words of the screens', SCREEN_WORDS, nl],
  ['the words of the admin', ADMIN_WORDS, adminNl],
  ['the words of the administration', ADMINISTRATION_WORDS, administrationNl],
] as const)('%s', (_, all: Readonly<Record<string, object>>, home: object) => {
  it.each(Object.keys(all))('are complete in %s, each with the holes of the Dutch', (language) => {
    const own = new Map(texts(all[language] ?? {}));
    for (const [key, dutch] of texts(home)) {
      const text = own.get(key);
      expect(text, `${key} in ${language}`).toBeTypeOf('string');
      // A language may say one and two in a word where Dutch writes the number.
      if (!PLURAL.test(key)) expect(holes(text ?? ''), key).toEqual(holes(dutch));
    }
    expect([...own.keys()].filter((key) => !PLURAL.test(key))).toEqual(
      texts(home)
        .map(([key]) => key)
        .filter((key) => !PLURAL.test(key)),
    );
  });

  it.each(Object.keys(all))('have every plural form that %s needs', (language) => {
    const keys = new Set(texts(all[language] ?? {}).map(([key]) => key));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set(
      [...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    expect(plurals.size).toBeGreaterThan(0);
    for (const key of plurals)
      for (const form of forms) expect(keys, `${key} in ${language}`).toContain(`${key}_${form}`);
  });

  it('are Dutch at level B1 or lower', () => {
    const hard = texts(home).flatMap(([key, text]) =>
      readingLevel(text).findings.map(({ advice }) => `${key}: ${advice}`),
    );
    expect(hard).toEqual([]);
  });
});

describe('the words of the screens', () => {
  it('offer only languages that call themselves something', () => {
    expect(OFFERED.map(nameOf)).toEqual(['Nederlands', 'English']);
  });
});

function holes(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}
