import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ServiceFilters } from '../../../core/contract/directory.ts';
import { kiosk } from '../../kiosk.ts';
import type { ServicesKept } from '../visit.ts';

/**
 * The list of services as it stands, and how to ask for another. What is shown stays until the answer is there; an
 * answer to what is no longer asked is dropped. All that is found is kept in the place, for who comes back to it.
 */
export function useServiceList(kept: ServicesKept) {
  const [filters, setFilters] = useState(kept.filters);
  const [page, setPage] = useState(kept.page);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);

  const ask = async (wanted: ServiceFilters, number: number) => {
    const mine = ++asked.current;
    setFilters(wanted);
    try {
      const found = await kiosk.invoke('directory:list', { filters: wanted, page: number });
      if (mine !== asked.current) return;
      const before = number === 0 ? [] : kept.page.services;
      kept.filters = wanted;
      kept.page = { ...found, services: [...before, ...found.services] };
      flushSync(() => setPage(kept.page));
    } catch {
      setFailed(true);
    }
  };

  return {
    /** What is asked for: ahead of the page by as long as an answer takes. */
    filters,
    page,
    failed,
    choose: (wanted: ServiceFilters) => ask(wanted, 0),
    /** Adds the next page. Resolves when it stands there. */
    more: () => ask(filters, page.page + 1),
  };
}
