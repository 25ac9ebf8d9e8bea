import { describe, expect, test } from 'vitest';
import { amountsInText } from '../../../core/domain/running-text.ts';

/** Amounts without their unit, found by the words around them. */
describe('an amount without its unit is found', () => {
  test.each([
    ['nl', 'De AOW-leeftijd is 67.', 'age', '67'],
    ['nl', 'De AOW begint op 67.', 'age', '67'],
    ['nl', 'U krijgt AOW bij zevenenzestig.', 'age', 'zevenenzestig'],
    ['nl', 'De leeftijd voor pensioen is nu 67, voor iedereen.', 'age', '67'],
    ['nl', 'U kunt met pensioen op 67.', 'age', '67'],
    ['nl', 'Met 67 krijgt u AOW.', 'age', '67'],
    ['nl', 'Spaargeld tot 36.952 telt niet mee.', 'money', '36.952'],
    ['nl', 'Spaargeld tot en met 500 telt niet mee.', 'money', '500'],
    ['nl', 'Spaargeld telt tot 36.952 niet mee.', 'money', '36.952'],
    ['nl', 'Bijverdiensten tellen tot 500 niet mee voor uw inkomen.', 'money', '500'],
    ['nl', 'Met een kamer in een hotel tot 100, of met geld.', 'money', '100'],
    ['nl', 'Met een inkomen van minimaal 900 kan het.', 'money', '900'],
    ['nl', 'De grens is 36.952.', 'money', '36.952'],
    ['nl', 'De inkomensgrens ligt op 900.', 'money', '900'],
    ['nl', 'U mag 36.952 aan spaargeld hebben.', 'money', '36.952'],
    ['nl', 'Op uw rekening mag 1.500 staan, meer geld niet.', 'money', '1.500'],
    ['nl', 'De huur mag 900 per maand zijn.', 'money', '900'],
    ['nl', 'Uw inkomen is 1800.', 'money', '1800'],
    ['nl', 'Verdient u 1800 of meer?', 'money', '1800'],
    ['nl', 'U krijgt tot 150 per maand.', 'money', '150'],
    ['nl', 'Daarvoor betaalt u 90 per week.', 'money', '90'],
    ['nl', 'Doe dit voor eind maart.', 'date', 'eind maart'],
    ['nl', 'Begin Januari komt er een brief.', 'date', 'Begin Januari'],
    ['nl', 'Heeft u minder dan zesduizend?', 'money', 'zesduizend'],
    ['nl', 'Uw inkomen is lager dan zes duizend.', 'money', 'zes duizend'],
    ['nl', 'Uw huur is hoogstens negenhonderd per maand.', 'money', 'negenhonderd'],
    ['nl', 'Spaargeld tot zesendertigduizend telt niet mee.', 'money', 'zesendertigduizend'],
    ['en', 'The pension age is 67.', 'age', '67'],
    ['en', 'AOW starts at 67.', 'age', '67'],
    ['en', 'You get a pension at sixty-seven.', 'age', 'sixty-seven'],
    ['en', 'Savings up to 36,952 do not count.', 'money', '36,952'],
    ['en', 'The limit is 36,952.', 'money', '36,952'],
    ['en', 'You may have 36,952 in savings.', 'money', '36,952'],
    ['en', 'Your rent may be 900 a month.', 'money', '900'],
    ['en', 'Your income is 1800.', 'money', '1800'],
    ['en', 'You get up to 150 a month.', 'money', '150'],
    ['en', 'Do this by the end of March.', 'date', 'end of March'],
    ['en', 'A letter comes in early January.', 'date', 'early January'],
    ['en', 'Is your rent over 900?', 'money', '900'],
    ['en', 'Your income is less than six thousand.', 'money', 'six thousand'],
    ['en', 'Your rent is at most nine hundred a month.', 'money', 'nine hundred'],
  ])('in %s: "%s"', (language, text, kind, found) => {
    expect(amountsInText(text, language).map((amount) => [amount.kind, amount.found])).toEqual([
      [kind, found],
    ]);
  });
});

describe('no amount is seen in', () => {
  test.each([
    ['nl', 'Een zaal tot 200 mensen. Tel tot 200. Neem bus 300.'],
    ['nl', 'In de cursus leert u rekenen tot 100 en met geld omgaan.'],
    ['nl', 'Tel tot 100 en leer wat een euro is. U telt tot en met 100, ook met geld.'],
    ['nl', 'De sommen gaan tot 1000, ook met geld. Sommen tot 1000, ook over geld.'],
    ['nl', 'Groepen tot 100 betalen niets. Een groep van maximaal 100 betaalt niets.'],
    ['nl', 'Bladzijde 112 tot 118 gaat over geld.'],
    ['en', 'You learn to count up to 100 and to use money.'],
    ['en', 'Groups of up to 100 pay nothing. A group of at least 100 pays less.'],
    ['nl', 'Er was geld voor tot 200 mensen. Met huur helpen 1.200 mensen elkaar.'],
    ['nl', 'De AOW vraagt u aan bij loket 67. Uw AOW staat op bladzijde 12 van de map.'],
    ['nl', 'Over uw leeftijd gaan vraag 12 en 13. De AOW-map is er op 12 plekken.'],
    ['nl', 'Met 12 mensen mag u naar binnen. Kom met 12 stoelen.'],
    ['nl', 'Over huur leest u meer in artikel 7.271. Uw huur staat bij nummer 1.234.'],
    ['nl', 'Lessen zijn er elke dag, u krijgt er 12 per jaar. U krijgt 12 per jaar aan vrije dagen.'],
    ['nl', 'Wij helpen er 150 per maand. De krant krijgt 150 brieven per maand.'],
    ['nl', 'Aan het eind belt u. Begin bij stap 1. Het begin is half af.'],
    ['nl', 'Er staan meer dan duizend boeken. Duizenden mensen, minder dan tweeduizend huizen.'],
    ['nl', 'Er kwamen er meer dan duizend. De grens is er voor 120 mensen.'],
    ['en', 'A room for up to 200 people. Count up to 200. Over 900 came. Take bus 300.'],
    ['en', 'You get AOW at counter 67. Your age is on page 12 of the book.'],
    ['en', 'We help up to 150 a month. More than six thousand books. In the end you call.'],
    ['en', 'Your rent is in section 7,271. March on. You may start early.'],
  ])('%s: "%s"', (language, text) => {
    expect(amountsInText(text, language)).toEqual([]);
  });
});
