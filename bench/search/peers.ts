import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Title } from './library.ts';

/** Another search engine with the titles in it: gives the ids of the best ten. */
export type Peer = { readonly name: string; readonly find: (asked: string) => string[] };

const TEN = 10;

/** MiniSearch with what its documentation gives for a search as one types: beginnings, and slips by a fifth of a word. */
export function miniSearch(titles: readonly Title[]): Peer {
  const index = new MiniSearch({ fields: ['title'], searchOptions: { prefix: true, fuzzy: 0.2 } });
  index.addAll(titles.map(({ id, title }) => ({ id, title })));
  return {
    name: 'MiniSearch',
    find: (asked) =>
      index
        .search(asked)
        .slice(0, TEN)
        .map(({ id }) => String(id)),
  };
}

/** FlexSearch has no distance between words; its encoder joins letters that sound alike, and `suggest` forgives a word. */
export function flexSearch(titles: readonly Title[]): Peer {
  const index = new Index({ tokenize: 'forward', encoder: Charset.LatinBalance });
  for (const [at, { title }] of titles.entries()) index.add(at, title);
  return {
    name: 'FlexSearch',
    find: (asked) =>
      (index.search(asked, { limit: TEN, suggest: true }) as number[]).map((at) => (titles[at] as Title).id),
  };
}

/** Orama with a tolerance of one slip a word. */
export async function orama(titles: readonly Title[]): Promise<Peer> {
  const index = create({ schema: { title: 'string' } as const, language: 'dutch' });
  await insertMultiple(
    index,
    titles.map(({ id, title }) => ({ id, title })),
    1000,
  );
  return {
    name: 'Orama',
    find: (asked) => {
      const found = searchOrama(index, { term: asked, tolerance: 1, limit: TEN });
      if (found instanceof Promise)
        throw new Error('Orama answers later here; then its time is not measured.');
      return found.hits.map(({ id }) => id);
    },
  };
}
