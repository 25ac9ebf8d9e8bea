import { describe, expect, it } from 'vitest';
import { Contact } from '../../../core/domain/contact.ts';
import { type FlowToTake, outcomeSlip } from '../../../core/domain/outcome-slip.ts';
import type { ServiceToTake } from '../../../core/domain/service-slip.ts';
import { Slip } from '../../../core/domain/slip.ts';
import { aFlow, anOutcome } from '../../builders/a-flow.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { aYesNo } from '../../builders/a-question.ts';
import { dutch, SLIP_WORDS } from '../../builders/a-slip.ts';
import { TODAY } from '../../builders/today.ts';

const WELL = { picture: 'hand', checked_on: '2026-11-03', review_by: '2027-06-01' };

function aPage(parts: Partial<FlowToTake> = {}): FlowToTake {
  return {
    flow: aFlow({
      questions: { 'huurt-u': aYesNo('wel', 'niet') },
      outcomes: {
        wel: anOutcome({
          verdict: 'yes',
          steps: ['pak-uw-pas', 'bel'],
          bring: ['uw-pas'],
          contacts: ['balie', 'gemeente'],
        }),
        niet: anOutcome({ steps: ['bel'] }),
      },
    }),
    texts: {
      nl: {
        title: 'Huur',
        summary: '',
        questions: {},
        outcomes: {
          wel: { title: 'U kunt geld krijgen', text: 'U moet {huur.leeftijd} zijn. Het is voor de huur.' },
          niet: { title: 'Dit is niet voor u', text: 'Het is voor de huur.' },
        },
        steps: { 'pak-uw-pas': { title: 'Pak uw pas', text: 'Hij ligt thuis.' } },
        bring: {},
      },
    },
    shared: {
      nl: { steps: { bel: { title: 'Bel de gemeente' } }, bring: { 'uw-pas': { label: 'Uw pas' } } },
    },
    parameters: { 'huur.leeftijd': aParameter(18) },
    today: TODAY,
    contacts: [
      {
        id: 'balie',
        contact: Contact.parse({ ...WELL, here: true }),
        words: { nl: { name: 'De balie', text: 'Loop langs.' } },
        outdated: false,
      },
      {
        id: 'gemeente',
        contact: Contact.parse({ ...WELL, phone: '14 030', free: true, url: 'https://www.utrecht.nl/huur' }),
        words: { nl: { name: 'De gemeente', text: 'Zij helpen.', hours: 'Op werkdagen' } },
        outdated: false,
      },
    ],
    outdated: false,
    ...parts,
  };
}

describe('the slip of an outcome', () => {
  it('says what came out, what to do, what to bring, where to go and when it was checked', () => {
    const slip = outcomeSlip(aPage(), { 'huurt-u': 'ja' }, SLIP_WORDS);
    const nl = (text: string) => ({ text, language: 'nl' });
    expect(Slip.parse(slip)).toEqual({
      language: 'nl',
      about: nl('Huur'),
      title: nl('U kunt geld krijgen'),
      lead: nl('U moet 18 jaar zijn. Het is voor de huur.'),
      sections: [
        {
          kind: 'steps',
          heading: nl('Doen'),
          items: [{ title: nl('Pak uw pas'), text: nl('Hij ligt thuis.') }, { title: nl('Bel de gemeente') }],
        },
        { kind: 'list', heading: nl('Meenemen'), items: [{ title: nl('Uw pas') }] },
        {
          kind: 'contacts',
          heading: nl('Waarheen'),
          items: [
            { title: nl('De balie'), text: nl('Loop langs.'), note: nl('hier') },
            {
              title: nl('De gemeente'),
              text: nl('Zij helpen.'),
              phone: '14 030',
              phoneNote: nl('gratis'),
              note: nl('Op werkdagen'),
              site: 'utrecht.nl',
            },
          ],
        },
      ],
      checked: nl('Nagekeken op 3 november 2026 · bron: rijksoverheid.nl'),
      desk: nl('Van de balie.'),
      address: 'https://www.utrecht.nl/huur',
    });
  });

  it('is made of what the answers lead to, and of nothing when they lead to a question', () => {
    expect(outcomeSlip(aPage(), { 'huurt-u': 'nee' }, SLIP_WORDS)?.title.text).toBe('Dit is niet voor u');
    expect(outcomeSlip(aPage(), {}, SLIP_WORDS)).toBeUndefined();
    expect(outcomeSlip(aPage(), { 'huurt-u': 'verzonnen' }, SLIP_WORDS)).toBeUndefined();
  });

  it('names the services that are near, of the category that the outcome names, with what the screen warns of', () => {
    const named = aPage();
    const wel = named.flow.outcomes['wel'];
    if (wel === undefined) throw new Error('The flow has no such outcome.');
    const flow = {
      ...named.flow,
      outcomes: { ...named.flow.outcomes, wel: { ...wel, places: { category: 'geldhulp' } } },
    };
    const near = (category: string): ServiceToTake[] => [
      {
        ...{
          outdated: false,
          status: 'active',
          fictional: false,
          cost_options: [],
          languages: [],
          service_areas: [],
          free: true,
          required_documents: [],
          week: [],
        },
        name: { nl: category },
        alert: { nl: 'Deze week op een ander adres.' },
        phones: [],
        places: [
          {
            addresses: [{ address_1: 'Plein 1', city: 'Waterrijk' }],
            phones: [{ number: '099 000 01 01' }],
            week: [],
          },
        ],
      },
      {
        ...{
          outdated: false,
          status: 'active',
          fictional: true,
          cost_options: [],
          languages: [],
          service_areas: [],
          free: true,
          required_documents: [],
          week: [],
          places: [],
        },
        name: { nl: 'Een lijn' },
        phones: [{ number: '099 000 01 02' }],
      },
    ];
    const sectionsOf = (answer: string) =>
      Slip.parse(outcomeSlip(aPage({ flow }), { 'huurt-u': answer }, SLIP_WORDS, near)).sections.filter(
        ({ kind }) => kind === 'places',
      );
    expect(sectionsOf('ja')).toEqual([
      {
        kind: 'places',
        heading: dutch('In de buurt'),
        items: [
          {
            title: dutch('geldhulp'),
            place: dutch('Plein 1, Waterrijk'),
            phone: '099 000 01 01',
            note: dutch('Deze week op een ander adres.'),
          },
          { title: dutch(`Een lijn (${SLIP_WORDS.example})`), phone: '099 000 01 02' },
        ],
      },
    ]);
    expect(sectionsOf('nee')).toEqual([]);
  });

  it('is not made of a flow that is outdated, or that has no words', () => {
    expect(outcomeSlip(aPage({ outdated: true }), { 'huurt-u': 'ja' }, SLIP_WORDS)).toBeUndefined();
    expect(outcomeSlip(aPage({ texts: {} }), { 'huurt-u': 'ja' }, SLIP_WORDS)).toBeUndefined();
  });

  it('says of an amount on it when that was checked, and where it comes from', () => {
    const age = (checked_on: string) => aParameter(18, { source: 'https://www.toeslagen.nl', checked_on });
    const checked = (checked_on: string, answer = 'ja') =>
      outcomeSlip(
        aPage({ parameters: { 'huur.leeftijd': age(checked_on) } }),
        { 'huurt-u': answer },
        SLIP_WORDS,
      )?.checked?.text;
    expect(checked('2026-11-03')).toBe('Nagekeken op 3 november 2026 · bron: rijksoverheid.nl, toeslagen.nl');
    expect(checked('2026-11-10')).toBe(
      'Nagekeken op 3 november 2026 · bron: rijksoverheid.nl · Cijfers van 10 november 2026 · bron: toeslagen.nl',
    );
    expect(checked('2026-11-10', 'nee')).toBe('Nagekeken op 3 november 2026 · bron: rijksoverheid.nl');
  });

  it('gives no amount that is too old, and says so', () => {
    const page = aPage({ parameters: { 'huur.leeftijd': aStaleParameter(18) } });
    const slip = outcomeSlip(page, { 'huurt-u': 'ja' }, SLIP_WORDS);
    expect(slip?.lead.text).toBe('Het is voor de huur.');
    expect(slip?.notice?.text).toBe(SLIP_WORDS.stale);
  });

  it('gives no number and no address of somebody who was not checked in time', () => {
    const contacts = aPage().contacts.map((contact) => ({ ...contact, outdated: true }));
    const slip = outcomeSlip(aPage({ contacts }), { 'huurt-u': 'ja' }, SLIP_WORDS);
    expect(slip?.sections.at(-1)?.items[1]).toEqual({
      title: { text: 'De gemeente', language: 'nl' },
      text: { text: 'Zij helpen.', language: 'nl' },
      note: { text: 'wordt nagekeken', language: 'nl' },
    });
    expect(slip?.address).toBeUndefined();
  });

  it('marks what is not there in its language with the language it is in', () => {
    const slip = outcomeSlip(aPage(), { 'huurt-u': 'ja' }, { ...SLIP_WORDS, language: 'ar' });
    expect(slip?.language).toBe('ar');
    expect(slip?.title.language).toBe('nl');
    expect(slip?.desk.language).toBe('ar');
  });
});
