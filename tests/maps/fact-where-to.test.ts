import { expect, it } from 'vitest';
import type { FlowPage } from '../../core/contract/pages.ts';
import { Contact } from '../../core/domain/contact.ts';
import { Outcome } from '../../core/domain/flow.ts';
import { contactLines, factContacts, relatedLines } from '../../maps/fact-where-to.ts';
import { TODAY } from '../builders/today.ts';

const DAYS = { checked_on: '2026-11-03', review_by: '2027-10-01' };
const contact = (given: object) => Contact.parse({ picture: 'scale', ...DAYS, ...given });
const words = { nl: { name: 'Loket', text: 'Zij helpen u.', hours: 'Elke dag' } };
const LOKET = { phone: '0800-8020', free: true, url: 'https://www.loket.nl', source: 'https://www.rijk.nl' };
/** The space before a dot does not break. */
const spoken = (lines: readonly object[]) => JSON.parse(JSON.stringify(lines).replaceAll('\u00a0·', ' ·'));
const page = (outdated: boolean) =>
  ({
    ...{ today: TODAY, parameters: {} },
    contacts: [
      { id: 'loket', contact: contact(LOKET), words, outdated },
      {
        id: 'balie',
        contact: contact({ here: true }),
        words: { nl: { name: 'Balie', text: 'Kom.' } },
        outdated,
      },
      { id: 'niemand', contact: contact({ own: true }), words: {}, outdated },
    ],
    related: ['flow', 'article'].map((kind) => ({
      ...{ kind, id: 'sparen', picture: 'scale', outdated },
      titles: { nl: { title: 'Sparen' } },
    })),
  }) as unknown as FlowPage;
const outcome = (given: object) => Outcome.parse({ verdict: 'yes', steps: ['bel'], ...given });

it('says whom to call as the screen does, with its badges', () => {
  const lines = contactLines(page(false), outcome({ contacts: ['balie', 'loket', 'niemand'] }), 'nl');
  expect(spoken(lines)).toEqual([
    { title: 'Balie', text: 'Kom. · Hier in de bibliotheek' },
    { title: 'Loket', text: 'Zij helpen u. · Elke dag · 0800-8020 (Gratis bellen) · https://www.loket.nl' },
  ]);
});

it('keeps what the screen hides of somebody who was not looked at in time, apart', () => {
  const lines = contactLines(page(true), outcome({ contacts: ['loket', 'balie'] }), 'nl');
  expect(spoken(lines)).toEqual([
    {
      title: 'Loket',
      text: 'Zij helpen u. · Wij kijken dit na',
      hidden:
        'Niet op het scherm, tot dit is nagekeken: Elke dag · 0800-8020 (Gratis bellen) · https://www.loket.nl',
    },
    { title: 'Balie', text: 'Kom. · Wij kijken dit na · Hier in de bibliotheek' },
  ]);
});

it('keeps the figures of a number in their order beside a script from right to left', () => {
  const [loket] = contactLines(page(true), outcome({ contacts: ['loket'] }), 'ar');
  expect(loket?.hidden).toContain('\u20660800-8020\u2069');
  expect(loket?.hidden).toContain('\u2066https://www.loket.nl\u2069');
});

it('has everybody once, with where and when that was looked at', () => {
  const [loket, balie, ...others] = factContacts(page(false), 'en');
  const days = { checkedOn: '2026-11-03', reviewBy: '2027-10-01' };
  expect(loket).toMatchObject({ ...{ id: 'loket', title: 'Loket', source: 'https://www.rijk.nl' }, ...days });
  expect(balie).toMatchObject({ ...{ id: 'balie', source: undefined }, ...days });
  expect(others).toEqual([]);
});

it('knows a flow from an article of the same name, and which one the screen says is being checked', () => {
  const [flows, articles] = [outcome({ flows: ['sparen'] }), outcome({ articles: ['sparen'] })];
  expect(relatedLines(page(false), flows, 'nl')).toEqual([{ title: 'Sparen', text: 'Vragen beantwoorden' }]);
  expect(spoken(relatedLines(page(true), articles, 'nl'))).toEqual([
    { title: 'Sparen', text: 'Lezen · Wij kijken dit na' },
  ]);
  expect(relatedLines(page(false), outcome({}), 'nl')).toEqual([]);
});
