import { useEffect, useRef, useState } from 'react';
import type { SearchPage } from '../../../core/contract/search.ts';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';

/**
 * What is found for what is typed: the newest answer, and the one before it while that is on its way. Undefined when
 * nothing is asked, or when main cannot answer. Main hears that a search was cleared or left; it knows what it had found.
 */
export function useSearch(text: string, language: Language): SearchPage | undefined {
  const [found, setFound] = useState<SearchPage>();
  const asking = useRef(false);

  useEffect(() => {
    // Signs alone ask nothing.
    if (!/[\p{L}\p{N}]/u.test(text)) {
      end(asking);
      setFound(undefined);
      return;
    }
    asking.current = true;
    let isOld = false;
    const show = (page: SearchPage | undefined) => {
      if (!isOld) setFound(page);
    };
    kiosk.invoke('content:search', { text, language }).then(show, () => show(undefined)); // A refusal is main's to log.
    return () => {
      isOld = true;
    };
  }, [text, language]);
  useEffect(() => () => end(asking), []);

  return found;
}

/** The search is over: it was cleared or left. */
function end(asking: { current: boolean }): void {
  if (asking.current) void kiosk.invoke('search:ended', {}).catch(() => undefined); // It is only a count.
  asking.current = false;
}
