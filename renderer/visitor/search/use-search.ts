import { useEffect, useRef, useState } from 'react';
import type { SearchPage } from '../../../core/contract/search.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';

/**
 * What is found for what is typed: the newest answer, and the one before it while that is on its way. Undefined when
 * nothing is asked, or when main cannot answer. A search that ends with nothing found is told to main, and only that.
 */
export function useSearch(text: string, language: Language): SearchPage | undefined {
  const [found, setFound] = useState<SearchPage>();
  /** The language of a search that found nothing so far. */
  const inVain = useRef<Language>(undefined);

  useEffect(() => {
    if (text.trim() === '') {
      tellInVain(inVain);
      setFound(undefined);
      return;
    }
    let isOld = false;
    const show = (page: SearchPage | undefined) => {
      if (isOld) return;
      inVain.current = page?.nothingFound === true ? language : undefined;
      setFound(page);
    };
    kiosk.invoke('content:search', { text, language }).then(show, () => show(undefined)); // A refusal is main's to log.
    return () => {
      isOld = true;
    };
  }, [text, language]);
  useEffect(() => () => tellInVain(inVain), []);

  return found;
}

/** The search is over: it was cleared or left. */
function tellInVain(search: { current: Language | undefined }): void {
  const { current: language } = search;
  search.current = undefined;
  if (language !== undefined)
    void kiosk.invoke('search:ended', { foundNothing: true, language }).catch(() => undefined); // It is only a count.
}
