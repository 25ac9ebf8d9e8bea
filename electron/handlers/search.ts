import type { Handlers } from '../../core/contract/ipc.ts';
import { readLanguageNumbers } from '../../db/content/search/language-number.ts';
import { countEmptySearch } from '../../db/ops/empty-searches.ts';
import type { ContentHouse } from '../content/content-house.ts';

type SearchHandlers = Pick<Handlers, 'content:search' | 'search:ended'>;

/** Answers what visitors look for. What they typed is neither stored nor logged; an empty search is only counted. */
export function searchHandlers(house: ContentHouse): SearchHandlers {
  return {
    'content:search': async (question) => {
      // The stems of many languages are large; nobody waits for them who does not search.
      const { searchPage } = await import('../content/search-page.ts');
      return house.read(
        (db) => searchPage(db, question, house.today()),
        () => NOTHING,
      );
    },
    'search:ended': async ({ foundNothing, language }) => {
      // A language that the content does not have is no language of a screen: a page could make up thousands.
      const isKnown = await house.read(
        (db) => readLanguageNumbers(db).has(language),
        () => false,
      );
      if (foundNothing) house.write((ops, now) => countEmptySearch(ops, now, isKnown ? language : OTHER));
      return null;
    },
  };
}

/** There is no store to search in. */
const NOTHING = { nothingFound: false, best: [], groups: [], nearest: [] };

/** ISO 639-2: a language that is none of the others. */
const OTHER = 'mis';
