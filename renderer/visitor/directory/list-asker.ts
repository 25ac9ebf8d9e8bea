import type { ServiceFilters, ServicesPage } from '../../../core/contract/directory.ts';
import type { ServicesKept } from '../visit.ts';

/** What came of asking: it is kept now, something else was asked meanwhile, or there was no answer. */
export type Asked = 'kept' | 'late' | 'failed';

/**
 * Asks for pages of services and keeps what comes: the first page takes the place of what was there, the others follow
 * it. What comes of a question after which another was asked is dropped, its failure too: nobody waits for it any more.
 */
export function listAsker(
  kept: ServicesKept,
  list: (filters: ServiceFilters, page: number) => Promise<ServicesPage>,
): (filters: ServiceFilters, page: number) => Promise<Asked> {
  let last = 0;
  return async (filters, page) => {
    const mine = ++last;
    try {
      const found = await list(filters, page);
      if (mine !== last) return 'late';
      const before = page === 0 ? [] : kept.page.services;
      kept.filters = filters;
      kept.page = { ...found, services: [...before, ...found.services] };
      return 'kept';
    } catch {
      return mine === last ? 'failed' : 'late';
    }
  };
}
