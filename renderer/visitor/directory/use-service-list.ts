import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { ServiceFilters } from '../../../core/contract/directory.ts';
import { kiosk } from '../../kiosk.ts';
import { useTools } from '../use-visit.ts';
import type { ServicesKept } from '../visit.ts';
import { listAsker } from './list-asker.ts';

/**
 * The list of services as it stands, and how to ask for another. What is shown stays until the answer is there. All that
 * is found is kept in the place, for who comes back to it.
 */
export function useServiceList(kept: ServicesKept) {
  const [filters, setFilters] = useState(kept.filters);
  const [page, setPage] = useState(kept.page);
  const { mayFail } = useTools();
  const [asker] = useState(() =>
    listAsker(kept, (wanted, number) => kiosk.invoke('directory:list', { filters: wanted, page: number })),
  );

  const ask = async (wanted: ServiceFilters, number: number) => {
    setFilters(wanted);
    const fail = mayFail();
    const asked = await asker(wanted, number);
    if (asked === 'failed') fail();
    if (asked === 'kept') flushSync(() => setPage(kept.page));
  };

  return {
    /** What is asked for: ahead of the page by as long as an answer takes. */
    filters,
    page,
    choose: (wanted: ServiceFilters) => ask(wanted, 0),
    /** Adds the next page. Resolves when it stands there. */
    more: () => ask(filters, page.page + 1),
  };
}
