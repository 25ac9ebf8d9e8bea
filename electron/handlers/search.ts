import type { Handlers } from '../../core/contract/ipc.ts';
import type { Happening } from '../../core/contract/sync/count.ts';
import type { Language } from '../../core/domain/words.ts';
import { readLanguageNumbers } from '../../db/content/search/language-number.ts';
import { countEmptySearch } from '../../db/ops/empty-searches.ts';
import type { ContentHouse } from '../content/content-house.ts';

type SearchHandlers = Pick<Handlers, 'content:search' | 'search:ended'>;

/** The search of the visit that is going on. */
export type SearchDesk = {
  readonly handlers: SearchHandlers;
  /** The search is over: cleared, left, or the visit is over. One that found nothing is counted, once. */
  readonly end: () => void;
};

/**
 * Answers what visitors look for. What they typed is neither stored nor logged. Of the last answer main remembers
 * whether it was in vain and in which language, until that search ends in whatever way: a page that is gone tells nothing.
 */
export function openSearchDesk(house: ContentHouse, count: (happening: Happening) => void): SearchDesk {
  let inVain: Language | undefined;
  /** Tells the newest question from those whose answers come too late. */
  let asked = 0;
  const end = () => {
    asked += 1;
    const language = inVain;
    inVain = undefined;
    if (language === undefined) return;
    house.write((ops, now) => countEmptySearch(ops, now, language));
    count({ type: 'search-empty', body: { language } });
  };
  const handlers: SearchHandlers = {
    'content:search': async (question) => {
      asked += 1;
      const mine = asked;
      // The stems of many languages are large; nobody waits for them who does not search.
      const { searchPage } = await import('../../db/content/search-page.ts');
      return house.read(
        (db) => {
          const page = searchPage(db, question, house.today());
          // A language that the content does not have is no language of a screen: a page could make up thousands.
          const language = () => (readLanguageNumbers(db).has(question.language) ? question.language : OTHER);
          if (mine === asked) inVain = page.nothingFound ? language() : undefined;
          return page;
        },
        () => NOTHING,
      );
    },
    'search:ended': () => {
      end();
      return null;
    },
  };
  return { handlers, end };
}

/** There is no store to search in. */
const NOTHING = { nothingFound: false, best: [], groups: [], nearest: [] };

/** ISO 639-2: a language that is none of the others. */
const OTHER = 'mis';
