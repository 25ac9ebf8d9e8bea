import { HOLIDAYS } from '../../core/domain/directory/public-holidays.ts';
import type { Slip } from '../../core/domain/slip.ts';
import type { SlipWords } from '../../core/domain/slip-words.ts';

/** Text in Dutch. */
export const dutch = (text: string) => ({ text, language: 'nl' });

/** The slip's own words, so that each can be told from the content. */
export const SLIP_WORDS: SlipWords = {
  language: 'nl',
  steps: 'Doen',
  bring: 'Meenemen',
  contacts: 'Waarheen',
  near: 'In de buurt',
  free: 'gratis',
  here: 'hier',
  outdated: 'wordt nagekeken',
  stale: 'Een bedrag kijken wij na.',
  desk: 'Van de balie.',
  who: 'Voor wie',
  cost: 'Kosten',
  noCost: 'Gratis.',
  apply: 'Regelen',
  hours: 'Open',
  closed: 'dicht',
  holidays: Object.fromEntries(
    HOLIDAYS.map((holiday) => [holiday, `Vrij: ${holiday}`]),
  ) as SlipWords['holidays'],
  languages: 'Gesproken',
  wheelchair: 'Met een rolstoel',
  closedForNow: 'Nu even dicht.',
  fictional: 'Dit bestaat niet echt.',
  example: 'Voorbeeld',
  ageFrom: 'Vanaf {{from}} jaar.',
  ageTo: 'Tot en met {{to}} jaar.',
  ageBetween: 'Van {{from}} tot en met {{to}} jaar.',
  area: 'Gebied: {{areas}}',
  extension: 'toestel {{extension}}',
  phoneKind: { text: 'Alleen sms', textphone: 'Teksttelefoon' },
  checked: 'Nagekeken op {{date}}',
  checkedAmounts: 'Cijfers van {{date}}',
  source: 'bron: {{site}}',
};

/** A slip with a part of every kind. */
export function aSlip(parts: Partial<Slip> = {}): Slip {
  return {
    language: 'nl',
    about: dutch('Huur'),
    title: dutch('U kunt geld krijgen'),
    lead: dutch('Het geld is voor de huur.'),
    sections: [
      {
        kind: 'steps',
        heading: dutch('Doen'),
        items: [
          { title: dutch('Pak uw pas'), text: dutch('U vindt hem thuis.') },
          { title: dutch('Bel de gemeente'), text: dutch('Vraag naar de huur.') },
        ],
      },
      {
        kind: 'list',
        heading: dutch('Meenemen'),
        items: [{ title: dutch('Uw pas'), text: dutch('Of een kopie.') }],
      },
      {
        kind: 'contacts',
        heading: dutch('Waarheen'),
        items: [
          {
            title: dutch('De gemeente'),
            place: dutch('Stadsplein 1'),
            text: dutch('Zij helpen met de huur.'),
            phone: '14 030',
            phoneNote: dutch('gratis'),
            note: dutch('Maandag tot en met vrijdag'),
            site: 'utrecht.nl',
          },
        ],
      },
    ],
    checked: dutch('Nagekeken op 3 november 2026'),
    desk: dutch('Van de balie.'),
    ...parts,
  };
}
