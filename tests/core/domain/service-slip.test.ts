import { describe, expect, it } from 'vitest';
import { type ServiceToTake, serviceSlip } from '../../../core/domain/service-slip.ts';
import { Slip } from '../../../core/domain/slip.ts';
import { dutch, SLIP_WORDS } from '../../builders/a-slip.ts';

function aService(parts: Partial<ServiceToTake> = {}): ServiceToTake {
  return {
    outdated: false,
    assured_date: '2026-11-03',
    name: { nl: 'Taalcafé' },
    description: { nl: 'Samen Nederlands praten.' },
    organization: { name: { nl: 'De bieb' } },
    url: 'https://bieb.example/taal',
    eligibility_description: { nl: 'Iedereen mag komen.' },
    application_process: { nl: 'Loop binnen.' },
    free: true,
    required_documents: [{ document: { nl: 'Niets' } }, {}],
    phones: [{ number: '030 123 45 67', description: { nl: 'Overdag' } }],
    week: [],
    places: [
      {
        name: { nl: 'Bieb Centrum' },
        transportation: { nl: 'Bus 3' },
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
              text: dutch('Plein 1, 1234 AB Voorbeeld'),
              note: dutch('Bus 3'),
            },
          ],
        },
        {
          kind: 'text',
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

  it('says what must be known first, and the price as it is written', () => {
    const slip = serviceSlip(
      aService({ alert: { nl: 'Deze week dicht.' }, fees_description: { nl: 'Een kop koffie.' } }),
      SLIP_WORDS,
    );
    expect(slip?.notice).toEqual(dutch('Deze week dicht.'));
    expect(slip?.sections[1]?.items).toEqual([{ text: dutch('Een kop koffie.') }]);
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
