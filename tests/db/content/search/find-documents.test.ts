import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../../core/domain/search-document.ts';
import type { Synonyms } from '../../../../core/domain/synonyms.ts';
import { findDocuments } from '../../../../db/content/search/find-documents.ts';
import { indexDocuments } from '../../../../db/content/search/index-documents.ts';
import { readHits } from '../../../../db/content/search/read-hits.ts';
import { searchStore } from '../../../../db/content/search/search-store.ts';
import { aDocument } from '../../../builders/a-document.ts';
import { aStore } from '../../../builders/a-store.ts';

/** The ids of what is found, the best first. */
function finder(documents: readonly SearchDocument[], synonyms: Synonyms = {}) {
  const db = aStore('content');
  indexDocuments(db, 'test', documents, { synonyms });
  return (asked: string, language = 'nl') =>
    readHits(searchStore(db), findDocuments(searchStore(db), asked, language).documents, language).map(
      ({ id }) => id,
    );
}

const LIBRARY = [
  aDocument('huurtoeslag', { nl: 'Huurtoeslag: geld voor uw huur', en: 'Rent allowance (huurtoeslag)' }),
  aDocument('zorgtoeslag', { nl: 'Zorgtoeslag voor uw zorgverzekering', en: 'Healthcare allowance' }),
  aDocument('brief', { nl: 'Een belastingbrief begrijpen', en: 'Understanding letters' }),
  aDocument('digid', { nl: 'DigiD kwijt', en: 'DigiD lost' }),
  aDocument('verhuizen', {
    nl: { title: 'Uw verhuizing doorgeven', body: 'Nieuwe huizen. Een aanvraag. De brief.' },
  }),
];

describe('a page is found by', () => {
  test.each([
    ['another form of the word', 'verhuizen', 'verhuizen'],
    ['a plural', 'huizen', 'verhuizen'],
    ['a singular', 'huis', 'verhuizen'],
    ['a part of a compound', 'brief', 'brief'],
    ['a compound of which it holds a part', 'huurtoeslagaanvraag', 'huurtoeslag'],
    ['words written apart', 'huur toeslag', 'huurtoeslag'],
    ['words written together', 'digidkwijt', 'digid'],
    ['a word written apart in the wrong place', 'digi d', 'digid'],
    ['capitals and accents', 'HÚURTOESLAG', 'huurtoeslag'],
    ['a wrong letter', 'zorgtoesleg', 'zorgtoeslag'],
    ['a wrong first letter', 'borgtoeslag', 'zorgtoeslag'],
    ['a letter twice', 'zorgtoeslaag', 'zorgtoeslag'],
    ['a letter too few', 'zorgtoelag', 'zorgtoeslag'],
    ['letters that changed places', 'zortgoeslag', 'zorgtoeslag'],
    ['two slips in a long word', 'zorgtoesleeg', 'zorgtoeslag'],
    ['a word of its text', 'doorgeven aanvraag', 'verhuizen'],
    ['a question of which the small words say nothing', 'hoe kan ik mijn digid', 'digid'],
    [
      'a word at the end of a long sentence',
      'ik heb zo veel aan mijn hoofd en ik weet dus echt niet hoe ik de zorgtoeslag krijg',
      'zorgtoeslag',
    ],
  ])('%s: %s', (_, asked, expected) => expect(finder(LIBRARY)(asked)[0]).toBe(expected));

  test('the rarest word of a long sentence, in a language of which no small words are known', () => {
    const small = 'bir iki üç dört beş altı yedi sekiz dokuz on elma armut kiraz üzüm';
    const find = finder([
      ...Array.from({ length: 4 }, (_, at) => aDocument(`small-${at}`, { tr: small })),
      aDocument('help', { tr: 'Kira yardımı' }),
    ]);
    expect(find(`${small} yardımı.`, 'tr')).toContain('help');
    expect(find(`${small} yard`, 'tr')).toContain('help');
    const unknown = 'ppa ppb ppc ppd ppe ppf ppg pph ppi ppj ppk ppl ppm';
    expect(find(`${unknown} yardımı.`, 'tr')[0]).toBe('help');
    expect(find(`${unknown} yard`, 'tr')[0]).toBe('help');
  });

  test('every beginning of a word of its title', () => {
    const find = finder(LIBRARY);
    for (let end = 1; end <= 'zorgtoeslag'.length; end++)
      expect(find('zorgtoeslag'.slice(0, end)), String(end)).toContain('zorgtoeslag');
  });

  test.each([
    ['a letter too few', 'hurtoes'],
    ['a letter twice', 'huurttoes'],
    ['another letter', 'huurtows'],
    ['another first letter', 'buurtoes'],
    ['letters that changed places', 'huutroes'],
    ['letters that changed places where the head ends', 'huurotes'],
    ['another last letter', 'huurtoew'],
    ['a letter too few, of the fewest letters', 'hurto'],
  ])('a word that is being typed with %s: %s', (_, asked) =>
    expect(finder(LIBRARY)(asked)[0]).toBe('huurtoeslag'),
  );

  test('nothing at all, when nothing is like it', () => {
    const find = finder(LIBRARY);
    for (const asked of ['qqqq', '"', '* OR "', 'NEAR(', '', '?', '%', 'terms:x'])
      expect(find(asked)).toEqual([]);
  });
});

describe('the best comes first', () => {
  test('a short title before a long one, a title before a text', () => {
    const find = finder([
      aDocument('text', { nl: { title: 'Iets anders', body: 'Hier staat fiets, fiets en fiets.' } }),
      aDocument('long', { nl: 'Een fiets lenen bij de bibliotheek in uw buurt' }),
      aDocument('short', { nl: 'Fiets kopen' }),
    ]);
    expect(find('fiets')).toEqual(['short', 'long', 'text']);
  });

  test('also when far more have the word than are looked at', () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      aDocument(`far-${at}`, {
        nl: { title: `Nummer ${at} over heel veel andere dingen`, body: 'Hier staat fiets.' },
      }),
    );
    const last = aDocument('last', { nl: 'Fiets kopen' });
    expect(finder([...many, last])('fiets')[0]).toBe('last');
    const longer = Array.from({ length: 300 }, (_, at) =>
      aDocument(`longer-${at}`, { nl: `Fiets nummer ${at} langs een weg met heel veel bomen` }),
    );
    expect(
      finder([...longer, last, ...longer.map((each) => ({ ...each, id: `${each.id}-again` }))])('fiets')[0],
    ).toBe('last');
    const rest = Array.from({ length: 100 }, (_, at) => `woord${at}`).join(' ');
    const both = aDocument('both', { nl: { title: 'Zomaar wat', body: `Fiets. Lekke band. ${rest}` } });
    const bands = many.map((_, at) =>
      aDocument(`band-${at}`, { nl: { title: `Ding ${at}`, body: 'Een lekke zaak.' } }),
    );
    expect(finder([...many, ...bands, both])('fiets lekke')[0]).toBe('both');
  });
});

describe('how sure a way is', () => {
  test('what a service is also called counts for more than its text, and is not its title', () => {
    const find = finder([
      aDocument('text', { nl: { title: 'Iets', body: 'Kleren.' } }),
      aDocument('called', {
        nl: { title: 'Kledingbank', alsoCalled: 'kleren; jas', body: 'Een lange tekst.' },
      }),
      aDocument('title', { nl: 'Kleren' }),
    ]);
    expect(find('kleren')).toEqual(['title', 'called', 'text']);
  });

  test('a word that somebody writes comes before what it may be a slip of, though that is in a title', () => {
    const find = finder([
      aDocument('leren', { nl: 'Nederlands leren' }),
      aDocument('kleren', { nl: { title: 'Kledingbank', summary: 'Kleren voor u.' } }),
    ]);
    expect(find('gratis kleren')).toEqual(['kleren', 'leren']);
  });

  test('what is said in several words comes before a text about one of them', () => {
    const find = finder(
      [
        aDocument('praten', { nl: 'Praten met een werkgever' }),
        aDocument('koffie', { nl: 'Koffie en een praatje' }),
      ],
      { nl: [{ say: ['iemand praten'], find: ['koffie'] }] },
    );
    expect(find('iemand om mee te praten')[0]).toBe('koffie');
  });
});

describe('synonyms', () => {
  const rules: Synonyms = {
    nl: [
      { say: ['geen werk', 'ontslagen'], find: ['werk kwijt'] },
      { say: ['uitkering'], find: ['bijstand', 'ww'] },
    ],
  };
  const pages = [
    aDocument('werk', { nl: 'Werk zoeken' }),
    aDocument('kwijt', { nl: 'Ik ben mijn werk kwijt' }),
    aDocument('bijstand', { nl: 'Bijstand van de gemeente' }),
    aDocument('ww', { nl: 'De WW' }),
  ];
  const find = (asked: string) => finder(pages, rules)(asked);

  test.each([
    ['one that is said', 'ontslagen', 'kwijt'],
    ['words in another order, with others between', 'werk heb ik geen', 'kwijt'],
    ['one with a slip in it', 'ontslagne', 'kwijt'],
    ['another form', 'uitkeringen', 'ww'],
    ['one that is being typed', 'uitker', 'bijstand'],
    ['one that is being typed, past its stem', 'uitkeri', 'bijstand'],
  ])('hold for %s: %s', (_, asked, expected) => expect(find(asked).slice(0, 2)).toContain(expected));

  describe('of a word that is half typed', () => {
    const found = (asked: string) => {
      const db = aStore('content');
      const both = [aDocument('wmo', { nl: 'De Wmo' }), aDocument('huis', { nl: 'Uw huis, en wonen' })];
      indexDocuments(db, 'test', both, { synonyms: { nl: [{ say: ['huishouden'], find: ['wmo'] }] } });
      const store = searchStore(db);
      const { documents, marks } = findDocuments(store, asked, 'nl');
      return {
        ids: readHits(store, documents, 'nl').map(({ id }) => id),
        isMarked: marks.get('nl')?.terms.has('wmo') === true,
      };
    };

    test('find nothing for a whole word with which another begins', () =>
      expect(found('huis')).toEqual({ ids: ['huis'], isMarked: false }));

    test('find pages, and mark nothing in them', () =>
      expect(found('huisho')).toEqual({ ids: ['wmo'], isMarked: false }));

    test('mark what they find when the word is whole', () =>
      expect(found('huishouden')).toEqual({ ids: ['wmo'], isMarked: true }));
  });

  test('find each of what they lead to', () => expect(find('uitkering').sort()).toEqual(['bijstand', 'ww']));

  test('do not hold the other way round, nor when only a part is said', () => {
    expect(find('bijstand')).toEqual(['bijstand']);
    expect(find('werk')[0]).toBe('werk');
  });
});

describe('languages', () => {
  const pages = [
    aDocument('fiets', {
      nl: 'Fiets lenen',
      en: 'Borrowing a bike',
      ar: 'استعارة الدراجات',
      uk: 'Позичити велосипед',
    }),
    aDocument('only-nl', { nl: 'Bike repareren' }),
    aDocument('boek', { nl: 'Boek', ar: 'كِتَاب', uk: 'Книга' }),
  ];
  const find = (asked: string, language: string) => finder(pages)(asked, language);

  test('the language of the visitor comes first, and Dutch is searched as well', () => {
    expect(find('bike', 'en')).toEqual(['fiets', 'only-nl']);
    expect(find('fiets', 'en')).toEqual(['fiets']);
  });

  test.each([
    ['Arabic', 'ar', 'استعارة', 'fiets'],
    ['Arabic without its vowel signs', 'ar', 'كتاب', 'boek'],
    ['Ukrainian', 'uk', 'велосипед', 'fiets'],
    ['Ukrainian, as it is typed', 'uk', 'велос', 'fiets'],
    ['Ukrainian with a slip', 'uk', 'велосипет', 'fiets'],
    ['a language that the content does not have', 'pl', 'fiets', 'fiets'],
  ])('%s works', (_, language, asked, expected) => expect(find(asked, language)[0]).toBe(expected));

  test('where they give nothing, all others are asked', () =>
    expect(find('велосипед', 'nl')).toEqual(['fiets']));
});
