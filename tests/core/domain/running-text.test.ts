import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsInText, badHolesIn, fillHoles, holesIn } from '../../../core/domain/running-text.ts';

const SEED = 20261124;

/** [text, kind, what is found]; without a kind nothing is found. */
type Row = readonly [text: string, kind?: string, found?: string];

const DUTCH: readonly Row[] = [
  ['U betaalt € 12.', 'money', '€ 12'],
  ['U betaalt €932,93 huur.', 'money', '€932,93'],
  ['Tot € 1.234,50 per jaar', 'money', '€ 1.234,50'],
  ['Het kost € 12,-', 'money', '€ 12,-'],
  ['Het kost 12 euro.', 'money', '12 euro'],
  ['Het kost 12,50 euro.', 'money', '12,50 euro'],
  ['Het kost EUR 12.', 'money', 'EUR 12'],
  ['Het kost twaalf euro.', 'money', 'twaalf euro'],
  ['Het kost Honderdtwintig euro.', 'money', 'Honderdtwintig euro'],
  ['Het kost 2 duizend euro.', 'money', '2 duizend euro'],
  ['Het kost 5 tot 10 euro.', 'money', '5 tot 10 euro'],
  ['Dat is 2%.', 'percent', '2%'],
  ['Dat is 2,5 procent.', 'percent', '2,5 procent'],
  ['Dat is twintig procent.', 'percent', 'twintig procent'],
  ['Vanaf 3 november 2026 geldt dat.', 'date', '3 november 2026'],
  ['Vanaf 3-11-2026 geldt dat.', 'date', '3-11-2026'],
  ['Vanaf 2026-11-03 geldt dat.', 'date', '2026-11-03'],
  ['Vanaf 03/11/26 geldt dat.', 'date', '03/11/26'],
  ['In november 2026 geldt dat.', 'date', 'november 2026'],
  ['Op 1 mei is dat.', 'date', '1 mei'],
  ['Op 5 dec. is dat.', 'date', '5 dec.'],
  ['Op eerste januari is dat.', 'date', 'eerste januari'],
  ['In 2026 geldt dat.', 'date', '2026'],
  ['In schooljaar 2026-2027 geldt dat.', 'date', '2026-2027'],
  ['U bent 18 jaar.', 'age', '18 jaar'],
  ['U bent 18 jaar of ouder.', 'age', '18 jaar of ouder'],
  ['U bent eenentwintig jaar.', 'age', 'eenentwintig jaar'],
  ['U bent tweeëntwintig jaar.', 'age', 'tweeëntwintig jaar'],
  ['Een 18-jarige kan dat.', 'age', '18-jarige'],
  ['Een achttienjarige kan dat.', 'age', 'achttienjarige'],
  ['Bent u ouder dan 18?', 'age', '18'],
  ['Voor iedereen onder de 27.', 'age', '27'],
  ['Wordt u 18?', 'age', '18'],
  ['Straks is het zo: u wordt 67.', 'age', '67'],
  ['Hulp voor kinderen tot 18.', 'age', '18'],
  ['Voor een kind van 4.', 'age', '4'],
  ['Vanaf uw 18e verjaardag', 'age', '18e verjaardag'],
  ['Bij de leeftijd van 18', 'age', '18'],
  ['Voor de 65-plusser', 'age', '65-plusser'],
  ['Voor 65+', 'age', '65+'],
  ['Dat kan met 18 jaar.', 'age', '18 jaar'],
  ['Binnen 5 jaar moet dat.', 'term', '5 jaar'],
  ['Na anderhalf jaar', 'term', 'anderhalf jaar'],
  ['Elk half jaar', 'term', 'half jaar'],
  ['Wacht twee weken.', 'term', 'twee weken'],
  ['Wacht 1 week.', 'term', '1 week'],
  ['Wacht zes maanden.', 'term', 'zes maanden'],
  ['Wacht 2 tot 3 weken.', 'term', '2 tot 3 weken'],
  ['U heeft 26 gewerkte weken nodig.', 'term', '26 gewerkte weken'],
  ['Binnen 3 werkdagen', 'term', '3 werkdagen'],
  ['Open van 8 tot 22 uur', 'term', 'van 8 tot 22 uur'],
  ['Open om 8.30 uur', 'term', '8.30 uur'],
  ['Open om 20:00', 'term', '20:00'],
  ['Zorg 24 uur per dag', 'term', '24 uur'],
  ['U krijgt 24-uurszorg.', 'term', '24-uurszorg'],
  ['Bel 088 123 65 55.', 'phone', '088 123 65 55'],
  ['Bel 0800-0543.', 'phone', '0800-0543'],
  ['Bel 0800 - 0543.', 'phone', '0800 - 0543'],
  ['Bel 030 760 60 55.', 'phone', '030 760 60 55'],
  ['App 06-12345678.', 'phone', '06-12345678'],
  ['Bel +31 6 12345678.', 'phone', '+31 6 12345678'],
  ['Bel 14 030.', 'phone', '14 030'],
  ['Bel 116 111.', 'phone', '116 111'],
  ['Bel 0906-1234.', 'phone', '0906-1234'],
  ['Bel 1400.', 'phone', '1400'],
  ['Bel 0800-0113.', 'phone', '0800-0113'],
  ['Bel 030 760 60 5.', 'phone', '030 760 60 5'],
  ['Bel 0800-811.', 'phone', '0800-811'],
  ['Bel 088 123 65 5.', 'phone', '088 123 65 5'],
  ['Bel 06 1234567.', 'phone', '06 1234567'],
  ['Bel 088 123 65 555.', 'phone', '088 123 65 555'],
  ['Bel ons dan gratis op 030-760605.', 'phone', '030-760605'],
  ['Belt u naar 0307606055123?', 'phone', '0307606055123'],
  ['Ons nummer: 030 7606.', 'phone', '030 7606'],
  ['Tel. 06.1234.567', 'phone', '06.1234.567'],
  ['Het is 0800 - 81155.', 'phone', '0800 - 81155'],
  ['Bel niet. Neem formulier 012345 mee. Uw zaaknummer 0123456 staat erop. Bel 0 of 06.'],
  ['De huur mag niet hoger zijn dan 932,93.', 'money', '932,93'],
  ['Een huur van 1.932,50 telt niet.', 'money', '1.932,50'],
  ['U betaalt 8,50 per keer.', 'money', '8,50'],
  ['De huur is 932.93.', 'money', '932.93'],
  ['U kunt het krijgen vanaf 18.', 'age', '18'],
  ['Vanaf achttien kunt u stemmen.', 'age', 'achttien'],
  ['Dit is er tot 27, en ook daarna.', 'age', '27'],
  ['Tot en met 27 mag het.', 'age', '27'],
  ['Tussen 18 en 21 telt minder huur mee.', 'age', '18 en 21'],
  ['Bent u nog geen 27?', 'age', '27'],
  ['Boven 65 is het gratis', 'age', '65'],
  ['Onder eenentwintig of nog op school', 'age', 'eenentwintig'],
  ['Uw AOW begint op uw 67e.', 'age', '67e'],
  ['Tot uw 18e kunt u dit doen.', 'age', '18e'],
  ['Als u 67 bent, komt er een brief.', 'age', '67'],
  ['18 of ouder', 'age', '18 of ouder'],
  ['Vraag WW aan binnen één week.', 'term', 'één week'],
  ['Vraag WW aan binnen een week.', 'term', 'een week'],
  ['Na één jaar mag het weer.', 'term', 'één jaar'],
  ['Vanaf 18 uur is de balie dicht.', 'term', '18 uur'],
  ['Tussen 9 en 17 uur zijn wij er.', 'term', 'Tussen 9 en 17 uur'],
  ['Bel 112. Denkt u aan zelfmoord? Bel 113.'],
  ['Dat kan één keer. Wacht een week. Na een dag of wat belt u weer. Binnen één minuut is het klaar.'],
  ['U volgt route B1 of de Z-route. Neem bus 12 tot station West. Vanaf B1 kan het.'],
  ['Lees bladzijde 12 tot 18. Geef een cijfer van 1 tot 10. Tel tot 20. Van 9 tot 12 zijn er mensen.'],
  ['Doe dit tussen 1 en 3 keer, met tot 20 mensen, vanaf 12 stoelen en tussen 12 en 15 tafels.'],
  ['Bij meer dan 38 graden, boven 38 graden of onder 35 graden. Bel 112 of 113.'],
  ['Open vanaf 18.30. Paragraaf 3.12 en versie 2.10. Een kaart van 1,50 m of 0,75 liter.'],
  ['U heeft geen 20 tassen. Dit is uw 12e les. Onder 18 vragen staat uw naam.'],
  ['Stap 2 van 5. Beantwoord 4 vragen.'],
  ['U krijgt {huur.grens} na {ww.weken} of {aow.leeftijd-2026}.'],
  ['Wordt u 2 keer gebeld? Bent u een van de twee?'],
  ['De Wmo 2015 is een wet. Uw postcode is 2011 AB.'],
  ['Kijk op toeslagen.nl/2026 of mail info2026@balie.nl.'],
  ['Taalniveau B1, vak A4, elfde, achter, honderden euro’s.'],
  ['Wordt u ziek in mei? Elke dag is er een mens. Mijn overheid telt 2 delen.'],
];

const ENGLISH: readonly Row[] = [
  ['It costs €12.', 'money', '€12'],
  ['It costs 12 euros.', 'money', '12 euros'],
  ['It costs two hundred euros.', 'money', 'two hundred euros'],
  ['It is 2 per cent.', 'percent', '2 per cent'],
  ['From 3 November 2026', 'date', '3 November 2026'],
  ['From November 3, 2026', 'date', 'November 3, 2026'],
  ['Since May 2026', 'date', 'May 2026'],
  ['Since 2026', 'date', '2026'],
  ['You are eighteen years old.', 'age', 'eighteen years old'],
  ['An 18-year-old can.', 'age', '18-year-old'],
  ['You are 18 years or older.', 'age', '18 years or older'],
  ['Are you over 18?', 'age', '18'],
  ['If you are 67 years', 'age', '67 years'],
  ['Apply within 3 months.', 'term', '3 months'],
  ['Apply within 3 years.', 'term', '3 years'],
  ['Wait two weeks.', 'term', 'two weeks'],
  ['Open from 8 a.m. to 10 p.m. today', 'term', 'from 8 a.m. to 10 p.m.'],
  ['Open at 9 o’clock', 'term', '9 o’clock'],
  ['Open 24 hours a day', 'term', '24 hours'],
  ['In half a year', 'term', 'half a year'],
  ['Call 0800-0543.', 'phone', '0800-0543'],
  ['Call us on 030 760 60 5.', 'phone', '030 760 60 5'],
  ['The phone number 088 123 65 555', 'phone', '088 123 65 555'],
  ['Call now. Take form 012345 along. Case number 0123456 is yours.'],
  ['The rent is at most 932.93.', 'money', '932.93'],
  ['The rent is 1,932.50.', 'money', '1,932.50'],
  ['You pay 8.50 each time.', 'money', '8.50'],
  ['You can get it from 18.', 'age', '18'],
  ['From eighteen you can vote.', 'age', 'eighteen'],
  ['Between 18 and 21 less rent counts.', 'age', '18 and 21'],
  ['Are you not yet 27?', 'age', '27'],
  ['This is there until 27, and after that.', 'age', '27'],
  ['Above 65 it is free.', 'age', '65'],
  ['Your pension starts on your 67th.', 'age', '67th'],
  ['18 or older', 'age', '18 or older'],
  ['Apply within one week.', 'term', 'one week'],
  ['Apply within a week.', 'term', 'a week'],
  ['You may again after one year.', 'term', 'one year'],
  ['Between 9 and 17 hours we are there.', 'term', 'Between 9 and 17 hours'],
  ['One day a week. You may 3 times. Over 100 people. Step 2 of 5. Call 112.'],
  ['Go from B1 to B2. Read page 12 up to 18 pages on. Between 1 and 3 times, between 12 and 15 people.'],
  ['Not later than 8.30. Open from 18.30. Section 3.12. A card of 1.50 metres. After a day or so.'],
  ['From 12 to 18 there are people. Under 30 minutes. Your 12th lesson. One year later.'],
];

const OTHER: readonly Row[] = [
  ['€ ١٢', 'money', '€ ١٢'],
  ['12 €', 'money', '12 €'],
  ['۲%', 'percent', '۲%'],
  ['3.11.2026', 'date', '3.11.2026'],
  ['088 123 65 55', 'phone', '088 123 65 55'],
  ['932,93', 'money', '932,93'],
  ['18 سنة'],
];

describe.each([
  ['nl', DUTCH],
  ['en', ENGLISH],
  ['ar', OTHER],
])('amounts in running text: %s', (language, rows) => {
  test.each(rows)('%s', (text = '', kind, found) => {
    const amounts = amountsInText(text, language);
    expect(amounts.map((amount) => [amount.kind, amount.found])).toEqual(kind ? [[kind, found]] : []);
  });
});

test('amounts come in reading order, each with advice', () => {
  const amounts = amountsInText('In 2026 krijgt u binnen 3 weken € 12. Bel 0800-0543.', 'nl');
  expect(amounts.map(({ kind }) => kind)).toEqual(['date', 'term', 'money', 'phone']);
  expect(amounts[1]?.advice).toContain('parameters.yaml');
  expect(amounts[3]?.advice).toContain('contacts.yaml');
});

describe('holes', () => {
  test('are the parameters in braces, each once', () => {
    expect(holesIn('{a.b} en {c-1.d.e}, weer {a.b}')).toEqual(['a.b', 'c-1.d.e']);
    expect(holesIn('geen')).toEqual([]);
  });

  test.each([
    ['{aow}', ['{aow}']],
    ['{ aow.leeftijd }', ['{ aow.leeftijd }']],
    ['{{aow.leeftijd}}', ['{{aow.leeftijd}}']],
    ['{Aow.Leeftijd}', ['{Aow.Leeftijd}']],
    ['{aow.leeftijd jaar', ['{aow.leeftijd']],
    ['aow.leeftijd} jaar {', ['aow.leeftijd}', '{']],
    ['goed {a.b} en {} fout', ['{}']],
    ['goed {a.b}', []],
  ])('"%s" has the bad holes %j', (text, bad) => {
    expect(badHolesIn(text)).toEqual(bad);
    for (const braces of bad) expect(holesIn(braces)).toEqual([]);
  });
});

describe('filling holes', () => {
  const fill = (id: string) => ({ 'a.leeftijd': '18 jaar', 'b.huur': '€ 932,93' })[id];

  test('writes the values', () => {
    expect(fillHoles('U bent {a.leeftijd}. U betaalt {b.huur}.', fill)).toEqual({
      text: 'U bent 18 jaar. U betaalt € 932,93.',
      missing: [],
    });
  });

  test('leaves out a sentence without a value, and says which', () => {
    expect(fillHoles('Eerst dit. U krijgt {weg.een} of {weg.twee}. Dan {weg.een}.', fill)).toEqual({
      text: 'Eerst dit.',
      missing: ['weg.een', 'weg.twee'],
    });
  });

  test('can leave nothing', () => {
    expect(fillHoles('Bent u {weg.een}?', fill).text).toBe('');
  });

  test('keeps the paragraphs apart', () => {
    expect(fillHoles('Een. Of {weg.een}.\n\nTwee.', fill).text).toBe('Een.\n\nTwee.');
    expect(fillHoles('Een.\n\nOf {weg.een}.\n\nTwee {weg.een}. Drie.', fill).text).toBe('Een.\n\nDrie.');
  });

  test('leaves bad braces as they are', () => {
    expect(fillHoles('Een {Fout} en {{a.leeftijd}}.', fill).text).toBe('Een {Fout} en {{a.leeftijd}}.');
  });

  test('knows the abbreviations of the language', () => {
    expect(fillHoles('Ask Mr. X in {weg.een}. Or wait.', fill, 'en').text).toBe('Or wait.');
  });

  test('never leaves a hole, and keeps every sentence without one', () => {
    const sentences = [
      'Bel ons.',
      'U bent {a.leeftijd}.',
      'Na {weg.een} of {b.huur}!',
      '{weg.twee}?',
      '{x y.',
      'Zo. \n\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences)), (parts) => {
        const { text, missing } = fillHoles(parts.join(' '), fill);
        expect(holesIn(text)).toEqual([]);
        expect(text.match(/Bel ons/g)?.length ?? 0).toBe(parts.filter((part) => part === 'Bel ons.').length);
        expect(missing.length).toBe(new Set(parts.filter((part) => part.includes('weg'))).size);
      }),
      { seed: SEED },
    );
  });
});
