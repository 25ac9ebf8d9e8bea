import { describe, expect, test } from 'vitest';
import { ArticlePage, FlowPage, HomePage, TopicPage } from '../../../core/contract/pages.ts';
import type { Pack } from '../../../core/domain/pack.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { articlePage, flowPage, homePage, topicPage } from '../../../db/content/pages.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { aParameter } from '../../builders/a-parameter.ts';
import { anAttribute, aService } from '../../builders/a-service.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

/** The last day on which everything in the small pack holds, and the day after. */
const LAST_DAY = '2027-06-01';
const DAY_AFTER = '2027-06-02';

/** A store with the small pack, changed. */
function aStoreWith(change: (pack: Pack) => Partial<Pack> = () => ({})) {
  const db = aStore('content');
  const installed = aPackToInstall();
  installPack(db, { ...installed, pack: { ...installed.pack, ...change(installed.pack) } });
  return db;
}

/** Gives the outcome `wel` of the one flow other things to name. */
const withOutcome =
  (parts: object) =>
  (pack: Pack): Partial<Pack> => ({
    flows: pack.flows.map(({ flow, ...rest }) => ({
      ...rest,
      flow: { ...flow, outcomes: { ...flow.outcomes, wel: { ...flow.outcomes['wel'], ...parts } as never } },
    })),
  });

describe('the home page', () => {
  test('has the topics with their words, and what is wrong with the kiosk', () => {
    const page = homePage(aStoreWith(), ['disk-full']);
    expect(HomePage.parse(page)).toEqual({
      languages: ['nl'],
      fictional: true,
      topics: [
        {
          topic: { id: 'geld', picture: 'coins', tint: 'money' },
          words: { nl: { name: 'Geld', hint: 'Huur en zorg' } },
        },
      ],
      directory: false,
      troubles: ['disk-full'],
    });
  });

  test.each([
    ['without a store', undefined],
    ['without a pack', 'empty'],
  ])('has no topics %s, and still says what is wrong', (_, db) => {
    const page = homePage(db === undefined ? db : aStore('content'), ['no-content']);
    expect(HomePage.parse(page)).toEqual({
      languages: [],
      fictional: false,
      topics: [],
      directory: false,
      troubles: ['no-content'],
    });
  });

  test('says that there are services only when visitors may see one', () => {
    const hidden = aService({ id: 'gone', status: 'defunct' });
    expect(homePage(aDirectory([hidden], aStoreWith()), []).directory).toBe(false);
    expect(homePage(aDirectory([hidden, aService()], aStoreWith()), []).directory).toBe(true);
  });
});

describe('the page of a topic', () => {
  test('counts the services that are tied to it and that visitors may see', () => {
    const services = [
      aService({ id: 'a', attributes: [anAttribute('topic', 'geld'), anAttribute('topic', 'zorg')] }),
      aService({ id: 'b', attributes: [anAttribute('topic', 'geld')] }),
      aService({ id: 'c', attributes: [anAttribute('topic', 'zorg')] }),
      aService({ id: 'd', attributes: [anAttribute('topic', 'geld')], status: 'defunct' }),
    ];
    expect(topicPage(aDirectory(services, aStoreWith()), 'geld', TODAY)?.services).toBe(2);
    expect(topicPage(aStoreWith(), 'geld', TODAY)?.services).toBe(0);
  });

  test('lists its flows, then its articles', () => {
    const page = TopicPage.parse(topicPage(aStoreWith(), 'geld', TODAY));
    expect(page.entries.map(({ kind, id, titles }) => [kind, id, titles['nl']?.title])).toEqual([
      ['flow', 'huur', 'Huur'],
      ['article', 'huur-uitleg', 'Geld voor de huur'],
    ]);
  });

  test('marks what is past its review day, from the day after', () => {
    const outdated = (today: string) =>
      topicPage(aStoreWith(), 'geld', today)?.entries.map((entry) => entry.outdated);
    expect(outdated(LAST_DAY)).toEqual([false, false]);
    expect(outdated(DAY_AFTER)).toEqual([true, true]);
  });
});

describe('the page of a flow', () => {
  test('has all that its screens need', () => {
    const page = FlowPage.parse(flowPage(aStoreWith(), 'huur', TODAY));
    expect(page).toMatchObject({
      today: TODAY,
      outdated: false,
      topic: { id: 'geld' },
      flow: { id: 'huur' },
    });
    expect(page.texts['nl']?.title).toBe('Huur');
    expect(page.shared['nl']?.steps).toEqual({ 'loop-naar-de-balie': { title: 'Loop naar de balie' } });
  });

  test('is outdated from the day after its review day', () => {
    const outdated = (today: string) => flowPage(aStoreWith(), 'huur', today)?.outdated;
    expect([outdated(LAST_DAY), outdated(DAY_AFTER)]).toEqual([false, true]);
  });

  test('has only the parameters that its rules and texts use', () => {
    const db = aStoreWith((pack) => ({
      parameters: {
        ...pack.parameters,
        'in.tekst': aParameter(1),
        'in.stap': aParameter(2),
        'van.ander': aParameter(3),
      },
      words: {
        nl: {
          ...pack.words['nl'],
          steps: { 'loop-naar-de-balie': { title: 'Loop', text: 'Binnen {in.stap}.' } },
        } as never,
      },
      flows: pack.flows.map((each) => ({
        ...each,
        words: { nl: { ...each.words['nl'], summary: 'Vanaf {in.tekst} jaar' } as never },
      })),
    }));
    expect(Object.keys(flowPage(db, 'huur', TODAY)?.parameters ?? {}).sort()).toEqual([
      'huur.leeftijd', // in a rule
      'in.stap',
      'in.tekst',
    ]);
  });

  test('has the contacts that its outcomes name, each once, and says which are out of date', () => {
    const db = aStoreWith(withOutcome({ contacts: ['balie', 'balie'] }));
    const contacts = (today: string) =>
      flowPage(db, 'huur', today)?.contacts.map(({ id, outdated }) => [id, outdated]);
    expect(contacts(TODAY)).toEqual([['balie', false]]);
    expect(contacts(DAY_AFTER)).toEqual([['balie', true]]);
    expect(flowPage(aStoreWith(), 'huur', TODAY)?.contacts).toEqual([]);
  });

  test('has what its outcomes lead on to, and leaves out what is not there', () => {
    const db = aStoreWith(withOutcome({ articles: ['huur-uitleg', 'weg'], flows: ['huur'] }));
    expect(
      flowPage(db, 'huur', DAY_AFTER)?.related.map(({ kind, id, outdated }) => [kind, id, outdated]),
    ).toEqual([
      ['flow', 'huur', true],
      ['article', 'huur-uitleg', true],
    ]);
  });
});

describe('the page of an article', () => {
  test('has its texts, its contacts and what it leads on to', () => {
    const page = ArticlePage.parse(articlePage(aStoreWith(), 'huur-uitleg', TODAY));
    expect(page).toMatchObject({ outdated: false, article: { id: 'huur-uitleg' }, parameters: {} });
    expect(page.contacts.map(({ id, words }) => [id, words['nl']?.name])).toEqual([['balie', 'De balie']]);
    expect(page.related.map(({ kind, id }) => [kind, id])).toEqual([['flow', 'huur']]);
  });

  test('has only the parameters that its texts use', () => {
    const db = aStoreWith((pack) => ({
      articles: pack.articles.map((each) => ({
        ...each,
        texts: { nl: { ...each.texts['nl'], lead: [{ text: 'Vanaf {huur.leeftijd}.' }] } as never },
      })),
      parameters: { ...pack.parameters, 'van.ander': aParameter(3) },
    }));
    expect(Object.keys(articlePage(db, 'huur-uitleg', TODAY)?.parameters ?? {})).toEqual(['huur.leeftijd']);
  });

  test('has the parameters that the words of its contacts use', () => {
    const db = aStoreWith((pack) => ({
      words: {
        nl: {
          ...pack.words['nl'],
          contacts: { balie: { name: 'De balie', text: 'Een kopie kost {kopie.prijs}.' } },
        } as never,
      },
      parameters: { ...pack.parameters, 'kopie.prijs': aParameter(1) },
    }));
    expect(Object.keys(articlePage(db, 'huur-uitleg', TODAY)?.parameters ?? {})).toEqual(['kopie.prijs']);
  });

  test('is outdated from the day after its review day', () => {
    const outdated = (today: string) => articlePage(aStoreWith(), 'huur-uitleg', today)?.outdated;
    expect([outdated(LAST_DAY), outdated(DAY_AFTER)]).toEqual([false, true]);
  });
});

test('a page that is not there is null, in an empty store too', () => {
  for (const db of [aStoreWith(), aStore('content')])
    expect([topicPage(db, 'weg', TODAY), flowPage(db, 'weg', TODAY), articlePage(db, 'weg', TODAY)]).toEqual([
      null,
      null,
      null,
    ]);
});

test('a topic may be called as what every object has; without words in a language it has none there', () => {
  const db = aStoreWith((pack) => ({
    topics: [...pack.topics, { id: 'constructor', picture: 'coins', tint: 'money' }],
  }));
  expect(HomePage.parse(homePage(db, [])).topics[1]).toMatchObject({
    topic: { id: 'constructor' },
    words: {},
  });
});
