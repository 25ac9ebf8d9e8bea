import { describe, expect, it } from 'vitest';
import { type ServiceToTake, serviceItem, serviceSlip } from '../../../core/domain/service-slip.ts';
import { Slip } from '../../../core/domain/slip.ts';
import { slipText } from '../../../core/domain/slip-text.ts';
import { dutch, SLIP_WORDS } from '../../builders/a-slip.ts';

function aService(parts: Partial<ServiceToTake> = {}): ServiceToTake {
  return {
    outdated: false,
    status: 'active',
    fictional: false,
    assured_date: '2026-11-03',
    name: { nl: 'Taalcafé' },
    description: { nl: 'Samen Nederlands praten.' },
    organization: { name: { nl: 'De bieb' } },
    url: 'https://bieb.example/taal',
    eligibility_description: { nl: 'Iedereen mag komen.' },
    application_process: { nl: 'Loop binnen.' },
    free: true,
    cost_options: [],
    languages: [],
    service_areas: [],
    required_documents: [{ document: { nl: 'Niets' } }, {}],
    phones: [{ number: '030 123 45 67', description: { nl: 'Overdag' } }],
    week: [],
    places: [
      {
        name: { nl: 'Bieb Centrum' },
        transportation: { nl: 'Bus 3' },
        wheelchair: false,
        addresses: [{ address_1: 'Plein 1', postal_code: '1234 AB', city: 'Voorbeeld' }],
        phones: [],
        week: [
          { date: '2026-11-24', spans: [{ opens: '10:00', closes: '12:00' }] },
          { date: '2026-11-25', spans: [] },
        ],
      },
    ],
    ...parts,
  };
}

describe('the slip of a service', () => {
  it('says who can come in, what is spoken, and why a day is closed, as the page does', () => {
    const [place] = aService().places;
    if (place === undefined) throw new Error('A service of these tests has a place.');
    const week = [
      { date: '2026-12-24', spans: [], exception: { reason: { nl: 'Dicht voor het feest' } } },
      { date: '2026-12-25', spans: [], holiday: 'christmas-day' } as const,
      { date: '2026-12-26', spans: [] },
    ] as const;
    const description = { nl: 'Achter het plein' };
    const slip = serviceSlip(
      aService({
        languages: [
          { code: 'nl' },
          { code: 'tr', note: { nl: 'Alleen op dinsdag' } },
          { name: { nl: 'Gebaren' } },
        ],
        interpretation_services: { nl: 'Wij bellen een tolk.' },
        required_documents: [{ uri: 'https://bieb.example/formulier' }, {}],
        places: [
          {
            ...place,
            description,
            wheelchair: true,
            week,
            languages: [{ code: 'ar' }],
            email: 'plein@bieb.example',
          },
        ],
      }),
      SLIP_WORDS,
    );
    const section = (heading: string) =>
      slip?.sections.find((each) => each.heading?.text === heading)?.items ?? [];
    expect(section('Gesproken')).toEqual([
      { text: dutch('Nederlands, Turks en Gebaren') },
      { title: dutch('Turks'), text: dutch('Alleen op dinsdag') },
      { text: dutch('Wij bellen een tolk.') },
    ]);
    expect(section('Waarheen')).toEqual(
      expect.arrayContaining([
        { text: dutch('Achter het plein') },
        { text: dutch('Met een rolstoel') },
        { text: dutch('Gesproken: Arabisch') },
        { site: 'plein@bieb.example' },
      ]),
    );
    expect(section('Meenemen')).toEqual([{ site: 'bieb.example' }]);
    expect(section('Open').map(({ note }) => note)).toEqual([
      dutch('Dicht voor het feest'),
      dutch('Vrij: christmas-day'),
      undefined,
    ]);
  });

  it('says for which area it is', () => {
    const service_areas = [{ name: { nl: 'Waterrijk-Zuid' } }, {}];
    const slip = serviceSlip(aService({ service_areas }), SLIP_WORDS);
    expect(slip?.sections[0]?.items).toEqual([
      { text: dutch('Iedereen mag komen.') },
      { text: dutch('Gebied: Waterrijk-Zuid') },
    ]);
  });

  it('says for whom, what it costs, what to bring, where, when, and when it was checked', () => {
    expect(Slip.parse(serviceSlip(aService(), SLIP_WORDS))).toEqual({
      language: 'nl',
      about: dutch('De bieb'),
      title: dutch('Taalcafé'),
      lead: dutch('Samen Nederlands praten.'),
      sections: [
        { kind: 'text', heading: dutch('Voor wie'), items: [{ text: dutch('Iedereen mag komen.') }] },
        { kind: 'text', heading: dutch('Kosten'), items: [{ text: dutch('Gratis.') }] },
        { kind: 'list', heading: dutch('Meenemen'), items: [{ title: dutch('Niets') }] },
        { kind: 'text', heading: dutch('Regelen'), items: [{ text: dutch('Loop binnen.') }] },
        {
          kind: 'contacts',
          heading: dutch('Waarheen'),
          items: [
            { phone: '030 123 45 67', text: dutch('Overdag') },
            {
              title: dutch('Bieb Centrum'),
              place: dutch('Plein 1, 1234 AB Voorbeeld'),
              note: dutch('Bus 3'),
            },
            { site: 'bieb.example' },
          ],
        },
        {
          kind: 'hours',
          heading: dutch('Open'),
          items: [
            { text: dutch('dinsdag 24 november: 10:00–12:00') },
            { text: dutch('woensdag 25 november: dicht') },
          ],
        },
      ],
      checked: dutch('Nagekeken op 3 november 2026'),
      desk: dutch('Van de balie.'),
      address: 'https://bieb.example/taal',
    });
  });

  it('gives the hours of places that have the same once, and says whose they are where they differ', () => {
    const at = (name: string | undefined, opens: string) => ({
      ...(name !== undefined && { name: { nl: name } }),
      addresses: [{ address_1: 'Plein 2', city: 'Voorbeeld' }],
      phones: [],
      week: [{ date: '2026-11-24', spans: [{ opens, closes: '17:00' }] }],
    });
    const hours = (...places: ReturnType<typeof at>[]) =>
      serviceSlip(aService({ places, week: [] }), SLIP_WORDS)
        ?.sections.filter(({ kind }) => kind === 'hours')
        .map(({ heading, items }) => [heading?.text, items.length, items[0]?.text?.text]);
    const [early, late] = ['dinsdag 24 november: 09:00–17:00', 'dinsdag 24 november: 12:00–17:00'];
    expect(hours(at('Centrum', '09:00'), at('Noord', '09:00'))).toEqual([['Open', 1, early]]);
    expect(hours(at('Centrum', '09:00'), at(undefined, '12:00'), at('Noord', '09:00'))).toEqual([
      ['Open: Centrum, Noord', 1, early],
      ['Open: Plein 2, Voorbeeld', 1, late],
    ]);
    expect(
      serviceSlip(
        aService({ places: [at('Noord', '12:00')], week: at('', '09:00').week }),
        SLIP_WORDS,
      )?.sections.flatMap(({ kind, heading }) => (kind === 'hours' ? [heading?.text] : [])),
    ).toEqual(['Open', 'Open: Noord']);
  });

  it('says what must be known first, and the price as it is written', () => {
    const slip = serviceSlip(
      aService({ alert: { nl: 'Deze week dicht.' }, fees_description: { nl: 'Een kop koffie.' } }),
      SLIP_WORDS,
    );
    expect(slip?.notice).toEqual(dutch('Deze week dicht.'));
    expect(slip?.sections[1]?.items).toEqual([{ text: dutch('Een kop koffie.') }]);
  });

  it('says that it is closed for a while, and what its alert says too', () => {
    const closed = { status: 'temporarily closed' } as const;
    expect(serviceSlip(aService(closed), SLIP_WORDS)?.notice).toEqual(dutch('Nu even dicht.'));
    // What the alert says may be about something else.
    const alert = { nl: 'De straat is opgebroken.' };
    const slip = serviceSlip(aService({ ...closed, alert, fictional: true }), SLIP_WORDS);
    expect(slip?.notice).toEqual(dutch('Nu even dicht.'));
    expect(slip?.sections[0]).toEqual({
      kind: 'text',
      items: [{ title: dutch('De straat is opgebroken.') }, { title: dutch('Dit bestaat niet echt.') }],
    });
    const [whole, short] = [slip && slipText(slip, 900), slip && slipText(slip, 260)];
    for (const text of [whole, short]) expect(text).toContain('Nu even dicht.\n\nDe straat is opgebroken.');
  });

  it('says first that it was made up, also in a code that has little room', () => {
    const slip = serviceSlip(aService({ fictional: true }), SLIP_WORDS);
    expect(slip?.sections[0]).toEqual({ kind: 'text', items: [{ title: dutch('Dit bestaat niet echt.') }] });
    expect(slip && slipText(slip, 220)).toContain('Dit bestaat niet echt.');
  });

  it('says for which ages it is, how long one waits, what is paid, and how to get there', () => {
    const [place] = aService().places;
    const slip = serviceSlip(
      aService({
        ...{ free: false, minimum_age: 12, maximum_age: 27, wait_time: { nl: 'Een week.' } },
        cost_options: [
          { amount: 0, option: { nl: 'Kijken' } },
          { amount: 25, option: { nl: 'Cursus' }, amount_description: { nl: 'per maand' } },
          { option: { nl: 'Wat u kunt missen' } },
          {},
        ],
        places: place === undefined ? [] : [{ ...place, note: { nl: 'Eerste verdieping' } }],
      }),
      SLIP_WORDS,
    );
    expect(slip?.sections[0]?.items[1]).toEqual({ text: dutch('Van 12 tot en met 27 jaar.') });
    expect(slip?.sections[1]?.items).toEqual([
      { title: dutch('Kijken'), text: dutch('Gratis.') },
      { title: dutch('Cursus'), text: dutch('€\u00a025,00'), note: dutch('per maand') },
      { title: dutch('Wat u kunt missen') },
    ]);
    expect(slip?.sections[3]?.items[1]).toEqual({ text: dutch('Een week.') });
    expect(slip?.sections[4]?.items[1]).toMatchObject({ note: dutch('Eerste verdieping') });
    expect(slip?.sections[4]?.items[2]).toEqual({ text: dutch('Bus 3') });
    const ages = (parts: Partial<ServiceToTake>) =>
      serviceSlip(aService(parts), SLIP_WORDS)?.sections[0]?.items[1]?.text?.text;
    expect(ages({ minimum_age: 18 })).toBe('Vanaf 18 jaar.');
    expect(ages({ maximum_age: 17 })).toBe('Tot en met 17 jaar.');
    expect(ages({})).toBeUndefined();
  });

  it('gives every way to reach it: extensions, all numbers of a place, its site and e-mail', () => {
    const [place] = aService().places;
    const slip = serviceSlip(
      aService({
        ...{ url: undefined, email: 'taal@bieb.example' },
        organization: { name: { nl: 'De bieb' }, website: 'https://www.bieb.example' },
        phones: [{ number: '030 123 45 67', extension: 12 }],
        places:
          place === undefined
            ? []
            : [
                {
                  ...place,
                  url: 'https://centrum.example',
                  phones: [{ number: '030 1' }, { number: '030 2', description: { nl: 'Avond' } }],
                },
              ],
      }),
      SLIP_WORDS,
    );
    expect(slip?.sections.find(({ kind }) => kind === 'contacts')?.items).toEqual([
      { phone: '030 123 45 67', phoneNote: dutch('toestel 12') },
      {
        title: dutch('Bieb Centrum'),
        place: dutch('Plein 1, 1234 AB Voorbeeld'),
        phone: '030 1',
        note: dutch('Bus 3'),
        site: 'centrum.example',
      },
      { phone: '030 2', text: dutch('Avond') },
      { site: 'bieb.example' },
      { site: 'taal@bieb.example' },
    ]);
  });

  it('says of a number at which nobody can be talked to what it is for', () => {
    const phones = [
      { number: '06 1', type: 'text' },
      { number: '030 2', type: 'textphone', extension: 3 },
    ];
    const slip = serviceSlip(aService({ phones }), SLIP_WORDS);
    expect(slip?.sections.find(({ kind }) => kind === 'contacts')?.items.slice(0, 2)).toEqual([
      { phone: '06 1', phoneNote: dutch('Alleen sms') },
      { phone: '030 2', phoneNote: dutch('toestel 3, Teksttelefoon') },
    ]);
  });

  it('says of a number in which languages it is answered', () => {
    const phones = [{ number: '030 2', extension: 4, languages: [{ code: 'ar' }, { code: 'tr' }] }];
    const slip = serviceSlip(aService({ phones }), SLIP_WORDS);
    expect(slip?.sections.find(({ kind }) => kind === 'contacts')?.items[0]).toEqual({
      phone: '030 2',
      phoneNote: dutch('toestel 4, Arabisch en Turks'),
    });
  });

  it('sends nobody to a post-office box, and says of which place the hours are', () => {
    const [place] = aService().places;
    const box = {
      name: { nl: 'Antwoordnummer' },
      addresses: [{ address_1: 'Postbus 1', city: 'Voorbeeld', address_type: 'postal' as const }],
      ...{ phones: [{ number: '030 3' }], week: [] },
    };
    const page = aService({ phones: [], places: place === undefined ? [] : [box, place] });
    const slip = serviceSlip(page, SLIP_WORDS);
    expect(slip?.sections.find(({ kind }) => kind === 'contacts')?.items).toMatchObject([
      { phone: '030 3' },
      { title: dutch('Bieb Centrum') },
      { site: 'bieb.example' },
    ]);
    expect(JSON.stringify(slip)).not.toContain('Postbus');
    expect(slip?.sections.at(-1)?.heading).toEqual(dutch('Open: Bieb Centrum'));
    expect(serviceItem(page, SLIP_WORDS)).toEqual({
      title: dutch('Taalcafé'),
      place: dutch('Plein 1, 1234 AB Voorbeeld'),
    });
  });

  it('names one service among others with its first number to talk to somebody', () => {
    const phones = [
      { number: '06 1', type: 'text' },
      { number: '030 2', extension: 4 },
    ];
    expect(serviceItem(aService({ phones }), SLIP_WORDS)).toMatchObject({
      ...{ phone: '030 2', phoneNote: dutch('toestel 4') },
    });
    expect(serviceItem(aService({ phones: phones.slice(0, 1) }), SLIP_WORDS)).not.toHaveProperty('phone');
  });

  it('leaves out what is not known', () => {
    const bare = aService({
      ...{ description: undefined, organization: undefined, url: 'mailto:a@b.example', free: false },
      ...{ eligibility_description: undefined, application_process: undefined, assured_date: undefined },
      ...{ required_documents: [], phones: [] },
      places: [{ addresses: [{ address_1: 'Plein 1', city: 'Voorbeeld' }], phones: [], week: [] }],
    });
    expect(serviceSlip(bare, SLIP_WORDS)).toEqual({
      language: 'nl',
      about: dutch('Taalcafé'),
      title: dutch('Taalcafé'),
      lead: dutch(''),
      sections: [
        { kind: 'contacts', heading: dutch('Waarheen'), items: [{ title: dutch('Plein 1, Voorbeeld') }] },
      ],
      desk: dutch('Van de balie.'),
    });
  });

  it('is not made of one that was not assured in time, or that has no name', () => {
    expect(serviceSlip(aService({ outdated: true }), SLIP_WORDS)).toBeUndefined();
    expect(serviceSlip(aService({ name: {} }), SLIP_WORDS)).toBeUndefined();
  });
});
