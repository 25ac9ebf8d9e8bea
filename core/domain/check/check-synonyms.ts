import { didYouMean } from '../did-you-mean.ts';
import type { Pack } from '../pack.ts';
import { wordsIn } from '../search/words-in.ts';
import type { Language } from '../words.ts';
import type { Remark } from './finding.ts';
import { textsOf } from './texts.ts';

const FILE = 'synonyms.yaml';
/** Two forms of a word differ in so many letters at their end, and share at least this many at their beginning. */
const ENDING = 3;
const LEAST_SAME = 3;

/**
 * Synonyms are in a language of the pack, lead away from what is said, and lead somewhere: every word that is to be
 * found stands in a text of the pack in that language, in this form or another.
 */
export function checkSynonyms(pack: Pack): Remark[] {
  return Object.entries(pack.synonyms).flatMap(([language, rules]) => {
    if (!pack.about.languages.includes(language)) return [strangeLanguage(language, pack.about.languages)];
    const beginnings = beginningsOf(pack, language);
    return rules.flatMap(({ say, find }, rule) => [
      ...say.flatMap((said, at) => {
        const field = [language, rule, 'say', at];
        if (wordsIn(said).length === 0)
          return [error(field, `"${said}" has no words. Write what people say.`)];
        return find.some((each) => plain(each) === plain(said))
          ? [warning(field, `"${said}" also stands under "find": it finds itself already. Remove it here.`)]
          : [];
      }),
      ...find.flatMap((found, at) =>
        wordsIn(found)
          .filter(({ word }) => !beginnings.has(beginningOf(word)))
          .map(({ word }) =>
            warning(
              [language, rule, 'find', at],
              `No text of the pack in "${language}" has a word like "${word}", so this finds nothing. Use a word from a title.`,
            ),
          ),
      ),
    ]);
  });
}

function strangeLanguage(language: Language, languages: readonly Language[]): Remark {
  const meant = didYouMean(language, languages);
  const fix = meant === undefined ? 'Add it there, or remove it here.' : `Did you mean "${meant}"?`;
  return error([language], `"${language}" is not among the languages of pack.yaml. ${fix}`);
}

/** How the words in the texts of a language begin, whatever their endings are. */
function beginningsOf(pack: Pack, language: Language): Set<string> {
  const texts = textsOf(pack).filter((text) => text.language === language);
  const words = texts.flatMap(({ text }) => wordsIn(text).map(({ word }) => word));
  return new Set(
    words.flatMap((word) => Array.from({ length: word.length }, (_, end) => word.slice(0, end + 1))),
  );
}

function beginningOf(word: string): string {
  return word.slice(0, Math.max(LEAST_SAME, word.length - ENDING));
}

function error(field: Remark['field'], message: string): Remark {
  return { severity: 'error', rule: 'synonyms', file: FILE, field, message };
}

/** What the store is not harmed by, and an author wants to know. */
function warning(field: Remark['field'], message: string): Remark {
  return { ...error(field, message), severity: 'warning' };
}

function plain(text: string): string {
  return wordsIn(text)
    .map(({ word }) => word)
    .join(' ');
}
