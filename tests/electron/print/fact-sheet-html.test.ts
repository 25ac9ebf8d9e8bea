import { describe, expect, it } from 'vitest';
import { factSheetHtml } from '../../../electron/print/fact-sheet-html.ts';
import { escaped } from '../../../electron/print/slip-html.ts';
import type { FactScreen, FactSheet } from '../../../maps/fact-sheet.ts';

const SCREEN: FactScreen = {
  ...{ number: 1, id: 'huurt-u', kind: 'question', isStart: true, caption: 'ja of nee', title: 'Huurt u?' },
  ...{ text: 'Een kamer mag ook.', why: 'Het is voor huur.', steps: [], bring: [] },
  ...{ contacts: [], related: [], places: undefined },
  answers: [{ title: 'Ja', text: 'Ook van de gemeente.' }],
  ways: [
    { text: 'Ja', way: 'answer', indent: false, to: { number: 2, title: 'Dat kan' } },
    { text: 'Nee', way: 'answer', indent: false },
  ],
  values: ['huur.leeftijd'],
};
const VALUE = { said: '18 jaar', from: '2026-01-01', until: '2026-12-31', checkedOn: '2026-11-03' };
const SHEET: FactSheet = {
  ...{
    language: 'nl',
    title: 'Huur',
    summary: 'Krijg ik geld?',
    today: '2026-11-24',
    reviewBy: '2027-06-01',
  },
  screens: [SCREEN],
  contacts: [
    {
      ...{ id: 'svb', title: 'SVB', text: 'Over uw AOW · 0800-1234 (Gratis bellen)', hidden: undefined },
      ...{ source: 'https://www.svb.nl', checkedOn: '2026-11-03', reviewBy: '2027-10-01' },
    },
  ],
  values: [
    {
      id: 'huur.leeftijd',
      today: '18 jaar',
      values: [{ ...VALUE, source: 'https://www.rijksoverheid.nl/huur' }],
    },
  ],
  sources: [{ title: 'Rijksoverheid', url: 'https://www.rijksoverheid.nl', checked_on: '2026-11-03' }],
};
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a sheet to check facts on, as a page', () => {
  it('says all that a screen says, where it leads, and the amounts with their days and source', () => {
    const text = textOf(factSheetHtml([SHEET]));
    for (const said of [
      '1 ja of nee · Hier begint het Huurt u? Een kamer mag ook. Waarom wij dit vragen Het is voor huur.',
      'Ja Ook van de gemeente.',
      'Ja 2 Dat kan',
      '18 jaar huur.leeftijd 18 jaar van 1 januari 2026 tot en met 31 december 2026',
      'Bron: https://www.rijksoverheid.nl/huur · nagekeken op 3 november 2026',
      'SVB svb Over uw AOW · 0800-1234 (Gratis bellen) Bron: https://www.svb.nl nagekeken op 3 november 2026 · Uiterlijk nakijken op 1 oktober 2027',
    ])
      expect(text).toContain(said);
  });

  it('says of an outcome where it leads on to, and what the screen hides of somebody', () => {
    const outcome: FactScreen = {
      ...{ ...SCREEN, kind: 'outcome', answers: [], ways: [], places: 'geldhulp' },
      contacts: [{ title: 'SVB', text: 'Wij kijken dit na', hidden: 'Niet op het scherm: 0800-1234' }],
      related: [{ title: 'Sparen' }],
    };
    expect(textOf(factSheetHtml([{ ...SHEET, screens: [outcome] }]))).toContain(
      'Contact SVB Wij kijken dit na Niet op het scherm: 0800-1234 Hulp in de buurt Plekken uit de sociale kaart, soort geldhulp Dit helpt misschien ook Sparen',
    );
  });

  it('has room to tick beside every screen, contact, amount and source', () => {
    expect(factSheetHtml([SHEET]).match(/class="ticks"/g)).toHaveLength(4);
  });

  it('begins a new page for every language, in its own direction', () => {
    const html = factSheetHtml([SHEET, { ...SHEET, language: 'ar' }]);
    expect(html.match(/<main/g)).toHaveLength(2);
    expect(html).toContain('<main lang="ar" dir="rtl">');
    expect(html).toContain('كل الشاشات');
  });

  it('lets no mark-up of the content through', () => {
    const evil = '<script>x</script><img src="x" onerror=\'y\'>&';
    const line = { title: evil, text: evil, hidden: evil };
    const days = { checkedOn: '2026-11-03', reviewBy: '2027-10-01' };
    const html = factSheetHtml([
      {
        ...{ ...SHEET, title: evil, summary: evil },
        screens: [
          {
            ...{ ...SCREEN, caption: evil, title: evil, text: evil, why: evil },
            ...{
              answers: [line],
              steps: [line],
              bring: [line],
              contacts: [line],
              related: [line],
              places: evil,
            },
            ways: [{ text: evil, way: 'answer', indent: true, to: { number: 2, title: evil } }],
          },
        ],
        contacts: [{ ...line, ...days, id: evil, source: evil }],
        values: [{ id: evil, today: evil, values: [{ ...VALUE, said: evil, source: evil }] }],
        sources: [{ title: evil, url: evil, checked_on: '2026-11-03' }],
      },
    ]);
    expect(html).not.toMatch(/<script|<img/);
    expect(html.split(escaped(evil))).toHaveLength(36);
  });
});
