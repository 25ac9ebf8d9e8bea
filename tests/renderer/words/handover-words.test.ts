import { expect, it } from 'vitest';
import { readingLevel } from '../../../core/domain/reading-level.ts';
import { en } from '../../../renderer/words/en/handover.ts';
import { nl } from '../../../renderer/words/nl/handover.ts';
import { PARTNER_WORDS } from '../../../server/handovers/partner-words.ts';

function texts(words: object, above = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${above}${key}`, value] as [string, string]]
      : texts(value, `${above}${key}.`),
  );
}
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

it.each([
  ['the desk', nl, en],
  ["the partner's page", PARTNER_WORDS.nl, PARTNER_WORDS.en],
])('says on %s the same in both languages, in Dutch at level B1 or lower', (_where, dutch, english) => {
  const own = new Map(texts(english));
  expect([...own.keys()]).toEqual(texts(dutch).map(([key]) => key));
  for (const [key, text] of texts(dutch)) expect(holes(own.get(key) ?? ''), key).toEqual(holes(text));
  const hard = texts(dutch).flatMap(([key, text]) =>
    readingLevel(text).findings.map(({ advice }) => `${key}: ${advice}`),
  );
  expect(hard).toEqual([]);
});
