import type { UseOnPage } from '../../core/contract/administration/use.ts';
import type { PublishedUse } from '../../core/domain/report/publication.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { listPublished, readPublications } from './read-publications.ts';

type OneList = PublishedUse['topics'];

/**
 * What visitors of a library did in a month that was told of, or in the newest one. It is a part of what was published, so nothing can be
 * found by holding it against a report (decision 36).
 */
export async function useOfMonth(
  store: ServerStore,
  library: string,
  wanted: string | undefined,
): Promise<UseOnPage> {
  const months = await listPublished(store, library);
  const month = wanted ?? months[0];
  const [publication] = month === undefined ? [] : await readPublications(store, library, month, 1);
  const use = publication?.use;
  const list = (of: OneList | undefined) => named(of?.rows ?? []);
  return {
    months,
    month: publication?.month ?? null,
    topics: (use?.topics.rows ?? []).map(({ value, count }) => {
      const [pack = '', id = ''] = value.split('/');
      return { pack, id, number: count };
    }),
    flows: (use?.flows ?? []).map(({ pack, flow, begun, left, reached }) => ({
      ...{ pack, flow, started: begun, left: named(left), reached: named(reached) },
    })),
    searches: list(use?.emptySearches),
    languages: list(use?.languages),
    readAloud: list(use?.readAloud),
    printed: list(use?.printed),
  };
}

function named(rows: OneList['rows']): { readonly id: string; readonly number: number | null }[] {
  return rows.map(({ value, count }) => ({ id: value, number: count }));
}
