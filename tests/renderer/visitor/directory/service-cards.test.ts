import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PlaceOnPage, ServicePage } from '../../../../core/contract/directory.ts';
import { WordsContext } from '../../../../renderer/hooks/use-words.ts';
import { PhoneLines } from '../../../../renderer/visitor/directory/phone-lines.tsx';
import { PlaceCard } from '../../../../renderer/visitor/directory/place-card.tsx';
import { ServiceCosts } from '../../../../renderer/visitor/directory/service-costs.tsx';
import { ServiceFacts } from '../../../../renderer/visitor/directory/service-facts.tsx';
import { WeekTable } from '../../../../renderer/visitor/directory/week-table.tsx';
import { type VisitTools, VisitToolsContext } from '../../../../renderer/visitor/use-visit.ts';
import { startWords } from '../../../../renderer/words/start-words.ts';

/** What a visitor reads of a part of the page of a service, in Dutch. */
function textOf<P extends object>(part: FunctionComponent<P>, props: P): string {
  const tools = { language: 'nl' } as VisitTools;
  const shown = createElement(VisitToolsContext, { value: tools }, createElement(part, props));
  const markup = renderToStaticMarkup(createElement(WordsContext, { value: startWords()('nl') }, shown));
  return markup
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|+/g, '|')
    .replaceAll('\u00a0', ' ');
}

test('a price tells for whom it is and what it is for', () => {
  const price = (option: string | undefined, amount: number, amount_description?: string) => ({
    ...{ amount, currency: 'EUR' },
    ...(option !== undefined && { option: { nl: option } }),
    ...(amount_description !== undefined && { amount_description: { nl: amount_description } }),
  });
  const cost_options = [
    price('Volwassenen', 5, 'per les'),
    price('Kinderen', 0),
    price(undefined, 2, 'per kop'),
  ];
  const text = textOf(ServiceCosts, { page: { free: false, cost_options } as unknown as ServicePage });
  expect(text).toContain('|Volwassenen: |€ 5,00| per les|');
  expect(text).toContain('|Kinderen: Gratis|');
  expect(text).toContain('|€ 2,00| per kop|');
});

test('a number tells whom to ask for, what it is for and which languages they speak', () => {
  const phones = [
    {
      number: '099 000 58 21',
      extension: 12,
      languages: [{ code: 'pl' }, { code: 'tr', note: { nl: 'Alleen op dinsdag' } }],
    },
    { number: '06 1', type: 'text', languages: [] },
  ];
  const text = textOf(
    (props: { readonly phones: ServicePage['phones'] }) => createElement(PhoneLines, props),
    {
      phones,
    },
  );
  expect(text).toContain('|099 000 58 21|toestel 12|Pools en Turks|Turks: Alleen op dinsdag|');
  expect(text).toContain('|06 1|Alleen voor sms-berichten|');
});

test('a post-office box is told to be one', () => {
  const address = { address_1: 'Postbus 5', city: 'Voorbeeld', address_type: 'postal' as const };
  const door = { address_1: 'Molenweg 5', postal_code: '0000 AB', city: 'Voorbeeld' };
  const place: PlaceOnPage = {
    ...{ id: 'huis', location_type: 'physical', wheelchair: false, opening: null },
    ...{ addresses: [door, address], accessibility: [], phones: [], week: [] },
    ...{
      languages: [{ code: 'ar', note: { nl: 'Op dinsdag' } }, { code: 'tr' }],
      email: 'huis@voorbeeld.example',
    },
  };
  const text = textOf(PlaceCard, { place, today: '2026-12-18' });
  expect(text).toContain('|Molenweg 5, 0000 AB Voorbeeld|Voor post: Postbus 5, Voorbeeld|');
  expect(text).toContain('|Hier spreken zij Arabisch en Turks.|Arabisch: Op dinsdag|huis@voorbeeld.example|');
});

test('what is only called is not told to be somewhere', () => {
  const place: PlaceOnPage = {
    ...{ id: 'spreekuur', location_type: 'virtual', wheelchair: false, opening: null, languages: [] },
    ...{ addresses: [], accessibility: [], phones: [{ number: '099 1', languages: [] }], week: [] },
  };
  expect(textOf(PlaceCard, { place, today: '2026-12-18' })).toBe('|Bellen|099 1|');
});

test('a service tells for which area it is, on which days a language is spoken, and what to bring that is only on a site', () => {
  const page = {
    ...{ languages: [{ code: 'ar', note: { nl: 'Alleen op dinsdagmiddag' } }, { name: { nl: 'Gebaren' } }] },
    ...{ cost_options: [], free: false, service_areas: [{ name: { nl: 'Waterrijk-Zuid' } }] },
    required_documents: [{ uri: 'https://voorbeeld.example/formulier' }, {}, { document: { nl: 'Uw pas' } }],
  } as unknown as ServicePage;
  const text = textOf(ServiceFacts, { page });
  expect(text).toContain('|Voor wie|Voor dit gebied: Waterrijk-Zuid|');
  expect(text).toContain('|Arabisch en Gebaren|Arabisch: Alleen op dinsdagmiddag|');
  expect(text).toContain('|voorbeeld.example|Uw pas|');
});

test('a week calls only today so, and gives the date of a day after others that are not known', () => {
  const day = (date: string) => ({ date, weekday: 0, spans: [{ opens: '09:00', closes: '17:00' }] });
  const shown = (...dates: string[]) =>
    textOf(WeekTable, { today: '2026-12-18', week: dates.map(day) as ServicePage['week'] });
  expect(shown('2026-12-18', '2026-12-19')).toBe('|Vandaag|9:00 – 17:00|zaterdag|9:00 – 17:00|');
  expect(shown('2026-12-21')).toBe('|maandag 21 december|9:00 – 17:00|');
  expect(shown('2026-12-18', '2026-12-21')).toContain('|Vandaag|9:00 – 17:00|maandag 21 december|');
});
