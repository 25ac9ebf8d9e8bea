import { describe, expect, test } from 'vitest';
import { SearchPage } from '../../../core/contract/search.ts';
import type { SearchDocument } from '../../../core/domain/search-document.ts';
import type { Topic } from '../../../core/domain/topic.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { indexDocuments } from '../../../db/content/search/index-documents.ts';
import { searchPage } from '../../../db/content/search-page.ts';
import { aDocument } from '../../builders/a-document.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const TODAY = '2026-11-26';

function asker(documents: readonly SearchDocument[]) {
  const db = aStore('content');
  indexDocuments(db, 'test', documents);
  return (text: string, language = 'nl') => SearchPage.parse(searchPage(db, { text, language }, TODAY));
}

describe('a page of results', () => {
  const documents = [
    ...['een', 'twee', 'drie', 'vier'].map((id) => aDocument(id, { nl: `Fiets ${id}` })),
    aDocument('dienst', { nl: 'Een werkplaats voor fiets en brommer, elke dag open' }, { kind: 'service' }),
  ];

  test('has the best three, and the rest by kind', () => {
    const page = asker(documents)('fiets');
    expect(page.best.map(({ id }) => id)).toEqual(['een', 'twee', 'drie']);
    expect(page.groups.map(({ kind, hits }) => [kind, hits.map(({ id }) => id)])).toEqual([
      ['article', ['vier']],
      ['service', ['dienst']],
    ]);
    expect(page).toMatchObject({ nothingFound: false, nearest: [] });
  });

  test('never has more than a person reads', () => {
    const many = Array.from({ length: 60 }, (_, at) => aDocument(`fiets-${at}`, { nl: `Fiets ${at}` }));
    const { best, groups } = asker(many)('fiets');
    expect(best.length + groups.flatMap(({ hits }) => hits).length).toBe(24);
  });

  test('has a page of two packs once, as it opens, and nothing when only the other one is meant', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ title: 'Fietsen zonder borg' }));
    installPack(db, aPackToInstall({ id: 'anders', title: 'Fietsen' }));
    const asked = (text: string) => SearchPage.parse(searchPage(db, { text, language: 'nl' }, TODAY));
    expect(asked('fietsen').best.map(({ id, title }) => [id, title.text])).toEqual([['huur', 'Fietsen']]);
    expect(asked('borg')).toMatchObject({ nothingFound: true, best: [] });
    const [article, ...others] = asked('geld voor de huur').best.filter(({ kind }) => kind === 'article');
    expect([article?.id, others]).toEqual(['huur-uitleg', []]);
  });

  test('leaves out what answers far worse than the best', () => {
    const far = aDocument('far', { nl: { title: 'Iets anders', body: 'Ergens staat lopen en fiets.' } });
    const asked = 'fiets huren zonder borg betalen';
    const page = asker([aDocument('borg', { nl: 'Fiets huren zonder borg betalen' }), far])(asked);
    expect(page.best.map(({ id }) => id)).toEqual(['borg']);
    expect(page.groups).toEqual([]);
  });

  test('marks the words that were asked, in title and summary', () => {
    const document = aDocument('x', {
      nl: { title: 'Uw fietsbel', summary: 'Bellen en fietsen.', body: 'Een fiets, een bel.' },
    });
    const [hit] = asker([document])('fiets').best;
    const marked = ({ text, marks }: SearchPage['best'][number]['title']) =>
      marks.map(({ start, end }) => text.slice(start, end));
    expect(marked(hit?.title as never)).toEqual(['fietsbel']);
    expect(marked(hit?.summary as never)).toEqual(['fietsen']);
  });

  test('says in which language a text is, and in which it was found', () => {
    const ask = asker([aDocument('a', { nl: 'Fiets', en: 'Bike' }), aDocument('b', { nl: 'Fietspomp' })]);
    expect(ask('fiets', 'en').best.map(({ id, language, foundIn }) => [id, language, foundIn])).toEqual([
      ['a', 'en', 'nl'],
      ['b', 'nl', 'nl'],
    ]);
  });

  test('says what is outdated', () => {
    const documents = ['2026-11-25', TODAY].map((review_by) =>
      aDocument(review_by, { nl: 'Fiets' }, { review_by }),
    );
    const never = aDocument('never', { nl: 'Fiets' });
    const { best } = asker([...documents, never])('fiets');
    expect(Object.fromEntries(best.map(({ id, outdated }) => [id, outdated]))).toEqual({
      '2026-11-25': true,
      [TODAY]: false,
      never: false,
    });
  });
});

describe('a search that finds nothing', () => {
  /** The good pack, with a few more topics than are shown. */
  const aLibrary = () => {
    const db = aStore('content');
    const { pack, ...rest } = aPackToInstall();
    const topics = ['geld', 'werk', 'zorg', 'wonen', 'taal'].map(
      (id) => ({ ...pack.topics[0], id }) as Topic,
    );
    const named = Object.fromEntries(topics.map(({ id }) => [id, { name: id.toUpperCase(), hint: id }]));
    installPack(db, {
      ...rest,
      pack: { ...pack, topics, words: { nl: { ...pack.words['nl'], topics: named } as never } },
    });
    indexDocuments(db, 'test', [aDocument('les', { nl: 'Inburgeren' }, { topic: 'taal' })]);
    return (text: string) => SearchPage.parse(searchPage(db, { text, language: 'nl' }, TODAY));
  };
  const topicsOf = ({ nearest }: SearchPage) => nearest.map(({ topic }) => topic.id);

  test('gives the first topics of the home screen, when nothing is like it', () => {
    const page = aLibrary()('qqqqqqq');
    expect(page).toMatchObject({ nothingFound: true, best: [], groups: [] });
    expect(topicsOf(page)).toEqual(['geld', 'werk', 'zorg', 'wonen']);
    expect(page.nearest[0]?.words['nl']?.name).toBe('GELD');
  });

  test('gives the topics of what looks like it first', () => {
    const page = aLibrary()('inburxxxxxx');
    expect(page.nothingFound).toBe(true);
    expect(topicsOf(page)).toEqual(['taal', 'geld', 'werk', 'zorg']);
  });

  test.each(['', '  ', '?!'])('asked nothing (%j) gives nothing, and does not count as one', (text) => {
    expect(aLibrary()(text)).toEqual({ nothingFound: false, best: [], groups: [], nearest: [] });
  });
});
