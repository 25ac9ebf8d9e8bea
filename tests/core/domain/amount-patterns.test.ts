import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountPatterns, mayHoldAmount } from '../../../core/domain/amount-patterns.ts';
import { amountsInText } from '../../../core/domain/running-text.ts';

const SEED = 20261124;

/** Pieces of which every kind of amount can be made, and what is like them. */
const PIECES = [
  ...'twee drie zeven acht negen tien elf twaalf twintig dertig honderd duizend miljoen eenentwintig'.split(
    ' ',
  ),
  ...'two three seven twenty twenty-one sixty hundred ninety zero eleven fifteen'.split(' '),
  ...'een eerste half halve anderhalf anderhalve Half ſeven zeſ zelf wachten achter tientje'.split(' '),
  ...'1 12 1.234 2027 18e 0800 1234 088 12:30 € EUR % + - – . , / procent euro cent'.split(' '),
  ...'januari mei jan. May March jaar maand weken dagen uur jarig plus oud ouder dan tot en of van'.split(
    ' ',
  ),
  ...'year years old months hours pm over aged under an percent birthday verjaardag leeftijd kind u bent'.split(
    ' ',
  ),
];

const words = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '', '-', ' ')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((pieces) => pieces.flat().join('').trim());

test.each(['nl', 'en', 'ar'] as const)(
  'in %s no pattern finds anything where there is no number',
  (language) => {
    let found = 0;
    fc.assert(
      fc.property(words, (text) => {
        if (!amountPatterns(language).some(({ pattern }) => text.search(pattern) >= 0)) return;
        found++;
        expect(mayHoldAmount(text, language), text).toBe(true);
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(100);
  },
);

test.each([
  ['nl', 'op eerste januari'],
  ['nl', 'een half jaar'],
  ['nl', 'Halve dagen'],
  ['nl', 'anderhalve week'],
  ['nl', 'eenentwintig dagen'],
  ['en', 'half an hour'],
  ['en', 'Twenty days'],
])('in %s "%s" holds one by a single word', (language, text) => {
  expect(amountPatterns(language).some(({ pattern }) => text.search(pattern) >= 0)).toBe(true);
  expect(mayHoldAmount(text, language)).toBe(true);
});

test('an ordinary text holds none', () => {
  expect(mayHoldAmount('U kunt hier wachten tot u geholpen wordt. U regelt het zelf.', 'nl')).toBe(false);
  expect(mayHoldAmount('You can often wait here, on your own.', 'en')).toBe(false);
  expect(mayHoldAmount('Tweede keus en half werk', 'ar')).toBe(false);
});

test.each([
  ['nl', 'Bel (030) 760 60 55.', 'phone', '(030) 760 60 55'],
  ['nl', 'Bel (06)12345678.', 'phone', '(06)12345678'],
  ['nl', 'Bel (0343) 12 34 56.', 'phone', '(0343) 12 34 56'],
  ['nl', 'Bel 030/7606055.', 'phone', '030/7606055'],
  ['nl', 'Bel 030.760.60.55', 'phone', '030.760.60.55'],
  ['nl', 'Bel 030-760.60.55.', 'phone', '030-760.60.55'],
  ['nl', 'Bel 06 / 12 34 56 78.', 'phone', '06 / 12 34 56 78'],
  ['nl', 'Bel 0343/12 34 56.', 'phone', '0343/12 34 56'],
  ['nl', 'Bel 0900/1450.', 'phone', '0900/1450'],
  ['en', 'Call (030) 760 60 55.', 'phone', '(030) 760 60 55'],
  // The dashes of a website or a letter, one of which no line breaks at.
  ['nl', 'Bel 030 – 760 60 55.', 'phone', '030 – 760 60 55'],
  ['nl', 'Bel 0800–0543', 'phone', '0800–0543'],
  ['nl', 'Bel 088 – 123 65 55', 'phone', '088 – 123 65 55'],
  ['nl', 'Bel 088‑123‑65‑55.', 'phone', '088‑123‑65‑55'],
  ['nl', 'Bel +31 – 88 123 65 55.', 'phone', '+31 – 88 123 65 55'],
  ['nl', 'Bel 116‑006.', 'phone', '116‑006'],
  ['en', 'Call 030 – 760 60 55.', 'phone', '030 – 760 60 55'],
  ['ar', '0800—0543', 'phone', '0800—0543'],
  ['nl', 'U betaalt euro 500.', 'money', 'euro 500'],
  ['nl', 'Euro 50 per maand', 'money', 'Euro 50'],
  ['nl', 'De toeslag is euro 1.250,50.', 'money', 'euro 1.250,50'],
  ['en', 'You pay euro 500.', 'money', 'euro 500'],
  ['nl', 'Dat was in 2024‑2025.', 'date', '2024‑2025'],
  ['nl', 'Een maaltijd kost 5,- of zo.', 'money', '5,-'],
  ['nl', 'Dat kost 250,-.', 'money', '250,-'],
  ['nl', 'U krijgt 1.000,- terug.', 'money', '1.000,-'],
  ['nl', 'U krijgt 2000,– terug.', 'money', '2000,–'],
  ['ar', '250,-', 'money', '250,-'],
  ['nl', 'U moet 18 zijn.', 'age', '18'],
  ['nl', 'U moet achttien zijn', 'age', 'achttien'],
  ['nl', 'Daarvoor moet u minstens 21 zijn.', 'age', '21'],
  ['en', 'You must be 18.', 'age', '18'],
  ['en', 'You have to be at least eighteen.', 'age', 'eighteen'],
  ['nl', 'Uw huur is onder 900', 'money', '900'],
  ['nl', 'Uw huur is lager dan 900.', 'money', '900'],
  ['nl', 'U verdient minder dan 1200.', 'money', '1200'],
  ['nl', 'Uw spaargeld is hoogstens 36.952.', 'money', '36.952'],
  ['nl', 'U verdient minder dan 1200 per maand.', 'money', '1200'],
  ['nl', 'Is uw inkomen lager dan 900?', 'money', '900'],
  ['nl', 'Het mag maximaal 900 zijn, uw huur per maand.', 'money', '900'],
  ['nl', 'U betaalt hoogstens 500 per jaar.', 'money', '500'],
  ['nl', 'De toeslag is meer dan 1.250.', 'money', '1.250'],
  ['en', 'Your rent is above 900.', 'money', '900'],
  ['en', 'At most 500 a month is your income.', 'money', '500'],
  ['en', 'Your savings are below 36,952.', 'money', '36,952'],
  ['en', 'You earn less than 1200.', 'money', '1200'],
  ['nl', 'U betaalt één euro per dag.', 'money', 'één euro'],
  ['nl', 'U heeft één week.', 'term', 'één week'],
  ['nl', 'Eén maand van tevoren vraagt u het aan.', 'term', 'Eén maand'],
  ['nl', 'Dat is één procent.', 'percent', 'één procent'],
])('in %s "%s" holds one', (language, text, kind, found) => {
  expect(amountsInText(text, language).map((amount) => [amount.kind, amount.found])).toEqual([[kind, found]]);
});

test.each([
  ['nl', 'Een maaltijd kost 5,- of 250,-.', ['5,-', '250,-']],
  ['nl', 'Dat kost 500 euro 20 keer per jaar.', ['500 euro']],
  ['nl', 'Uw auto heeft Euro 4 of hoger. Een paar euro 20 keer per jaar. Dat is in euro 1 op 1.', []],
  ['nl', 'U betaalt {x.y} euro 12 keer.', []],
  ['nl', 'Dit moet u twaalf keer doen. De 18 moet af zijn. Minder dan 100 mensen, meer dan 1000 boeken.', []],
  ['nl', 'Er is één balie. Doe het in één keer. Kamer 0.12, vak 030/2. Kies 1, - of niets.', []],
  ['nl', 'U mag er een week over doen, en een euro is een euro.', []],
  ['en', 'You must be 18 minutes early. Under 100 people. It must be done by you.', []],
  ['nl', 'Een zaal voor maximaal 150.', []],
  ['nl', 'Op de site staan meer dan 500.', []],
  ['nl', 'Maximaal 500 per dag.', []],
  ['nl', 'Er zijn minder dan 100 per jaar.', []],
  ['nl', 'Er passen er hoogstens 144. Zij is lager dan 112. Dit is kamer onder 120.', []],
  ['nl', 'Dat geldt voor maximaal 150. De huur is vrij. Van de huurders zijn het er minder dan 100.', []],
  ['nl', 'De dienstverlening en de verhuur zijn er voor maximaal 150.', []],
  ['en', 'Parents learn with at most 150, which is different.', []],
  ['en', 'A room for at most 150. There are more than 500. That is less than 100 a year.', []],
  ['en', 'The rent is free. The room is below 120.', []],
  ...[
    '09.00 - 12.30 / 13.30 - 17.00',
    'ma 09.00-12.30 13.30-17.00',
    '08.05-12.30 13.30-17.00',
    '08.30 09.30 10.30 11.30',
    '09 / 12 / 13 / 17 / 19',
    '09.00 – 12.30 / 13.30 – 17.00',
    'ma 09.00–12.30 13.30–17.00',
  ].flatMap((times): [string, string, string[]][] => [
    ['nl', times, []],
    ['en', times, []],
    ['ar', times, []],
  ]),
])('in %s "%s" holds these: %j', (language, text, found) => {
  expect(amountsInText(text, language).map((amount) => amount.found)).toEqual(found);
});
