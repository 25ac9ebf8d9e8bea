import { wordsIn } from '../../../core/domain/search/words-in.ts';
import type { SynonymRule } from '../../../core/domain/synonyms.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { WriteDb } from '../../open.ts';
import { languageNumber } from './language-number.ts';
import type { StagedWords } from './staged-words.ts';
import { stemOf } from './stem-of.ts';

/**
 * Writes down what people say and what they then look for; what they say counts as known words from now on. A rule of one
 * word is found by its stem, and by the word itself as well: who types it has more letters than the stem before it is whole.
 */
export function writeSynonyms(
  db: WriteDb,
  source: string,
  language: Language,
  rules: readonly SynonymRule[],
  words: StagedWords,
): void {
  const insert = db.prepare(
    'INSERT INTO search_synonyms (source, language_id, lead, said, finds) VALUES (?, ?, ?, ?, ?)',
  );
  const number = languageNumber(db, language);
  const stems = (text: string) => wordsIn(text).map(({ word }) => stemOf(word, language));
  for (const { say, find } of rules) {
    const finds = find.map((each) => stems(each).join(' ')).filter((each) => each !== '');
    for (const each of say) {
      const spoken = wordsIn(each).map(({ word }) => word);
      const said = stems(each);
      const lead = said.reduce((longest, stem) => (stem.length > longest.length ? stem : longest), '');
      const leads = new Set(spoken.length === 1 ? [lead, ...spoken] : [lead]);
      for (const by of leads)
        if (by !== '') insert.run(source, number, by, said.join(' '), JSON.stringify(finds));
      for (const word of spoken) if (!words.has(language, word)) words.count(language, [word]);
    }
  }
}
