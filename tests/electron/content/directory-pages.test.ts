import { describe, expect, test } from 'vitest';
import { type ServiceFilters, ServicePage, ServicesPage } from '../../../core/contract/directory.ts';
import { servicePage, servicesPage } from '../../../electron/content/directory-pages.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { anAttribute, aSchedule, aService } from '../../builders/a-service.ts';

const NOW = Date.parse('2026-11-24T11:00:00Z');

/** The page of the only service there is, as it crosses the boundary. */
function pageOf(service = aService(), now = NOW): ServicePage {
  const page = servicePage(aDirectory([service]), service.id, now);
  if (page === null) throw new Error('There is no page.');
  return ServicePage.parse(page);
}

describe('the page of a service', () => {
  test('has its texts in every language they are there in', () => {
    const { name, description } = pageOf();
    expect(name).toEqual({ nl: 'Taalcafé', en: 'Language café' });
    expect(description).toEqual({ nl: 'U oefent Nederlands.' });
  });

  test('says who may come, what it costs, what to bring, how to arrange it and how to get there', () => {
    const english = (field: string, value: string) => ({
      attributes: [anAttribute('translation', 'en', { label: field, value })],
    });
    const [at] = aService().service_at_locations ?? [];
    const page = pageOf(
      aService({
        eligibility_description: 'Voor iedereen.',
        minimum_age: 12,
        maximum_age: 27,
        fees_description: 'Koffie kost geld.',
        cost_options: [{ id: 'k', option: 'koffie', amount: 1.5, currency: 'EUR' }],
        required_documents: [{ id: 'd', document: 'Uw pas', ...english('document', 'Your card') }],
        application_process: 'Bel eerst.',
        wait_time: 'Een week.',
        interpretation_services: 'Er is een tolk.',
        service_at_locations: [{ id: 'x', location: { ...at?.location, transportation: 'Bus 3.' } as never }],
      }),
    );
    expect(page).toMatchObject({
      eligibility_description: { nl: 'Voor iedereen.' },
      ...{ minimum_age: 12, maximum_age: 27, free: false },
      fees_description: { nl: 'Koffie kost geld.' },
      cost_options: [{ option: { nl: 'koffie' }, amount: 1.5, currency: 'EUR' }],
      required_documents: [{ document: { nl: 'Uw pas', en: 'Your card' } }],
      application_process: { nl: 'Bel eerst.' },
      wait_time: { nl: 'Een week.' },
      interpretation_services: { nl: 'Er is een tolk.' },
      languages: [{ code: 'ar' }],
      places: [
        {
          name: { nl: 'Bibliotheek' },
          transportation: { nl: 'Bus 3.' },
          addresses: [{ address_1: 'Leesplein 1', city: 'Waterrijk', region: 'Centrum' }],
          accessibility: [{ description: { nl: 'Er is een lift.' } }],
          wheelchair: true,
        },
      ],
    });
  });

  test.each([[undefined], [[]], [[{ id: 'x' }]]])(
    'shows the hours of a service that has no place (%o)',
    (places) => {
      const { service_at_locations: _, ...bare } = aService({ schedules: [aSchedule()] });
      const page = pageOf({ ...bare, ...(places && { service_at_locations: places }) });
      expect(page.opening?.state).toBe('open');
      expect(page.week).toHaveLength(7);
      expect(page.places).toEqual([]);
    },
  );

  test('says what it costs on that day, and not what it did or will', () => {
    const cost_options = [
      { id: 'was', valid_to: '2026-11-23', option: 'vroeger', amount: 5 },
      { id: 'is', valid_from: '2026-11-24', valid_to: '2026-12-31', option: 'gratis', amount: 0 },
      { id: 'will', valid_from: '2027-01-01', option: 'straks', amount: 8 },
    ];
    const service = aService({ cost_options });
    expect(pageOf(service)).toMatchObject({ free: true, cost_options: [{ option: { nl: 'gratis' } }] });
    const entry = (now: number) => servicesPage(aDirectory([service]), {}, 0, now).services[0]?.free;
    expect(entry(NOW)).toBe(true);
    expect(entry(Date.parse('2027-01-02T11:00:00Z'))).toBe(false);
  });

  test('is found among what is free on the days on which it is', () => {
    const db = aDirectory([
      aService({
        id: 'now',
        cost_options: [
          { id: 'was', valid_to: '2026-11-23', amount: 5 },
          { id: 'is', valid_from: '2026-11-24', amount: 0 },
        ],
      }),
      aService({
        id: 'then',
        cost_options: [
          { id: 'was', valid_to: '2026-11-23', amount: 0 },
          { id: 'is', valid_from: '2026-11-24', amount: 5 },
        ],
      }),
      aService({ id: 'ever', cost_options: [{ id: 'is', amount: 0 }] }),
      aService({ id: 'past', cost_options: [{ id: 'was', valid_to: '2025-12-31', amount: 0 }] }),
    ]);
    const free = (now: number) => {
      const { services, choices } = servicesPage(db, { free: true }, 0, now);
      return [services.map(({ id }) => id).sort(), choices.free];
    };
    expect(free(NOW)).toEqual([['ever', 'now'], 2]);
    expect(free(Date.parse('2026-11-23T11:00:00Z'))).toEqual([['ever', 'then'], 2]);
    const last = aDirectory([
      aService({ id: 'past', cost_options: [{ id: 'was', valid_to: '2025-12-31', amount: 0 }] }),
    ]);
    expect(servicesPage(last, { free: true }, 0, NOW)).toMatchObject({ total: 0, choices: { free: null } });
  });

  test('says where to go before where to write', () => {
    const [at] = aService().service_at_locations ?? [];
    const addresses = [
      { id: 'post', address_1: 'Postbus 1', city: 'Waterrijk', address_type: 'postal' },
      { id: 'door', address_1: 'Leesplein 1', city: 'Waterrijk', address_type: 'physical' },
    ];
    const { places } = pageOf(
      aService({ service_at_locations: [{ id: 'x', location: { ...at?.location, addresses } as never }] }),
    );
    expect(places[0]?.addresses).toEqual([
      { address_1: 'Leesplein 1', city: 'Waterrijk' },
      { address_1: 'Postbus 1', city: 'Waterrijk', address_type: 'postal' },
    ]);
  });

  test('has the places to go to first, soonest open first', () => {
    const place = (id: string, location_type: 'physical' | 'virtual' | 'postal', opens_at?: string) => ({
      id,
      location: { id, location_type, addresses: [{ id: 'a', address_1: id, city: 'Waterrijk' }] },
      ...(opens_at !== undefined && { schedules: [aSchedule({ opens_at, closes_at: '20:00' })] }),
    });
    const { places } = pageOf(
      aService({
        schedules: undefined,
        service_at_locations: [
          place('post', 'postal', '09:00'),
          place('web', 'virtual', '09:00'),
          place('unknown', 'physical'),
          place('later', 'physical', '18:00'),
          place('open', 'physical', '10:00'),
        ],
      }),
    );
    expect(places.map(({ id }) => id)).toEqual(['open', 'later', 'unknown', 'web', 'post']);
    expect(places.at(-1)?.addresses).toEqual([
      { address_1: 'post', city: 'Waterrijk', address_type: 'postal' },
    ]);
  });

  test('says whether it is open, and shows seven days', () => {
    const { opening, week, places, today } = pageOf();
    expect(today).toBe('2026-11-24');
    expect(opening).toEqual({ state: 'open', until: { date: '2026-11-24', time: '17:00', daysAway: 0 } });
    expect(week).toEqual([]);
    expect(places[0]?.opening).toEqual(opening);
    expect(places[0]?.week.map(({ date, weekday, spans }) => [date, weekday, spans.length])).toEqual([
      ['2026-11-24', 1, 1],
      ['2026-11-25', 2, 1],
      ['2026-11-26', 3, 1],
      ['2026-11-27', 4, 1],
      ['2026-11-28', 5, 0],
      ['2026-11-29', 6, 0],
      ['2026-11-30', 0, 1],
    ]);
    expect(places[0]?.week[0]?.spans).toEqual([{ opens: '09:00', closes: '17:00' }]);
  });

  test('shows the week of a service without a place', () => {
    const { week, places } = pageOf(aService({ service_at_locations: undefined }));
    expect([week.length, places]).toEqual([7, []]);
  });

  test('gives the reason of an exception, and the holiday', () => {
    const closed = {
      id: 'dicht',
      valid_from: '2026-12-24',
      valid_to: '2026-12-24',
      description: 'Personeelsdag',
      attributes: [anAttribute('translation', 'en', { label: 'description', value: 'Staff day' })],
    };
    const { places, opening } = pageOf(
      aService({ schedules: [aSchedule(), closed] }),
      Date.parse('2026-12-25T11:00:00Z'),
    );
    expect(opening).toMatchObject({ state: 'closed', holiday: 'christmas-day' });
    expect(places[0]?.week[0]?.holiday).toBe('christmas-day');
    const eve = pageOf(aService({ schedules: [aSchedule(), closed] }), Date.parse('2026-12-24T11:00:00Z'));
    expect(eve.places[0]?.week[0]?.exception).toEqual({ reason: { nl: 'Personeelsdag', en: 'Staff day' } });
  });

  test('of one that is closed for a time says nothing of hours', () => {
    const page = pageOf(aService({ status: 'temporarily closed', alert: 'Verbouwing' }));
    expect(page).toMatchObject({ status: 'temporarily closed', opening: null, alert: { nl: 'Verbouwing' } });
    expect([page.week, page.places[0]?.week]).toEqual([[], []]);
  });

  test('has the telephone of the organization where the service has none', () => {
    const phones = [{ id: 'p', number: '099 000 01 01', languages: [{ id: 'l', code: 'tr' }] }];
    const organization = { id: 'bibliotheek', name: 'De bibliotheek', phones };
    expect(pageOf(aService({ organization })).phones).toEqual([
      { number: '099 000 01 01', languages: [{ code: 'tr' }] },
    ]);
    const own = [{ id: 'q', number: '099 000 01 02' }];
    expect(pageOf(aService({ organization, phones: own })).phones).toEqual([
      { number: '099 000 01 02', languages: [] },
    ]);
    const fax = [{ id: 'f', number: '099 000 01 09', type: 'Fax' }];
    for (const none of [[], fax])
      expect(pageOf(aService({ organization, phones: none })).phones).toMatchObject([
        { number: '099 000 01 01' },
      ]);
  });

  test('has the telephone of a place where what is given there has none, and those to talk to somebody first', () => {
    const phones = [
      { id: 'sms', number: '06 1', type: 'text' },
      { id: 'tty', number: '099 000 01 03', type: 'textphone' },
      { id: 'fax', number: '099 000 01 04', type: 'fax' },
      { id: 'call', number: '099 000 01 05', type: 'voice' },
    ];
    const [at] = aService().service_at_locations ?? [];
    const location = { ...at?.location, phones } as never;
    const { places } = pageOf(aService({ service_at_locations: [{ id: 'x', phones: [], location }] }));
    expect(places[0]?.phones.map(({ number }) => number)).toEqual(['099 000 01 05', '099 000 01 03', '06 1']);
  });

  test('has the number and the mail address of whoever can be asked for, the nearest first', () => {
    const contact = (id: string, number: string) => ({
      ...{ id, department: `Loket ${id}`, email: `${id}@voorbeeld.example` },
      phones: [{ id: `${id}-1`, number }],
    });
    const organization = {
      id: 'o',
      name: 'O',
      email: 'o@voorbeeld.example',
      contacts: [contact('o', '099 1')],
    };
    const [at] = aService().service_at_locations ?? [];
    const location = { ...at?.location, contacts: [contact('plaats', '099 3')] } as never;
    const places = { service_at_locations: [{ id: 'x', location }] };
    const far = pageOf(aService({ organization, ...places }));
    expect([far.phones, far.email]).toEqual([
      [{ number: '099 1', description: { nl: 'Loket o' }, languages: [] }],
      'o@voorbeeld.example',
    ]);
    expect(far.places[0]).toMatchObject({ phones: [{ number: '099 3' }], email: 'plaats@voorbeeld.example' });
    const near = pageOf(aService({ organization, contacts: [contact('dienst', '099 2')] }));
    expect([near.phones.map(({ number }) => number), near.email]).toEqual([
      ['099 2'],
      'dienst@voorbeeld.example',
    ]);
    const closest = [{ id: 'x', location, contacts: [contact('hier', '099 4')] }];
    expect(pageOf(aService({ service_at_locations: closest })).places[0]).toMatchObject({
      phones: [{ number: '099 4' }],
      email: 'hier@voorbeeld.example',
    });
  });

  test('tells what is spoken at a place, and what is different where it is not said where that is', () => {
    const [at] = aService().service_at_locations ?? [];
    const languages = [{ id: 'l', code: 'ar', note: 'Op dinsdag' }];
    const location = { ...at?.location, languages } as never;
    const phones = [{ id: 'p', number: '099 000 01 07' }];
    const { places, week } = pageOf(
      aService({
        service_at_locations: [
          { id: 'x', location },
          { id: 'y', description: 'Een spreekuur aan de telefoon', phones },
        ],
      }),
    );
    expect(places).toMatchObject([
      { id: 'bieb', languages: [{ code: 'ar', note: { nl: 'Op dinsdag' } }] },
      {
        id: 'y',
        note: { nl: 'Een spreekuur aan de telefoon' },
        addresses: [],
        phones: [{ number: '099 000 01 07' }],
      },
    ]);
    expect([week.length, places.map((place) => place.week.length)]).toEqual([0, [7, 7]]);
  });

  test.each([
    ['its own review day', { attributes: [anAttribute('mark', 'review-by', { value: '2026-11-23' })] }, true],
    [
      'its own review day, still to come',
      { attributes: [anAttribute('mark', 'review-by', { value: '2026-11-24' })] },
      false,
    ],
    ['assured more than a year ago', { assured_date: '2025-11-20' }, true],
    ['assured less than a year ago', { assured_date: '2025-11-25' }, false],
    ['nobody ever said', {}, false],
  ])('is outdated or not: %s', (_, changed, outdated) => {
    expect(pageOf(aService(changed)).outdated).toBe(outdated);
  });

  test('says that it is made up, when it or its organization is', () => {
    const attributes = [anAttribute('mark', 'fictional')];
    expect(pageOf().fictional).toBe(false);
    expect(pageOf(aService({ attributes })).fictional).toBe(true);
    expect(pageOf(aService({ organization: { id: 'o', name: 'O', attributes } })).fictional).toBe(true);
  });

  test('there is none of an id that nobody has, nor of what has stopped', () => {
    const db = aDirectory([aService({ id: 'gone', status: 'defunct' })]);
    expect([servicePage(db, 'nowhere', NOW), servicePage(db, 'gone', NOW)]).toEqual([null, null]);
  });
});

describe('a page of services', () => {
  test('has what a card shows, and the choices', () => {
    const page = ServicesPage.parse(servicesPage(aDirectory([aService()]), { free: true }, 0, NOW));
    expect(page).toMatchObject({ page: 0, pages: 1, total: 1 });
    expect(page.services[0]).toMatchObject({
      id: 'taalcafe',
      topics: ['ontmoeten'],
      neighbourhoods: ['Centrum'],
      languages: ['ar'],
      wheelchair: true,
      free: true,
      opening: { state: 'open' },
    });
    expect(page.choices).toEqual({
      topics: [{ value: 'ontmoeten', count: 1 }],
      languages: [{ value: 'ar', count: 1 }],
      neighbourhoods: [{ value: 'Centrum', count: 1 }],
      wheelchair: 1,
      free: 1,
    });
  });

  test.each<[keyof ServiceFilters, ServiceFilters]>([
    ['topic', { topic: 'geld' }],
    ['language', { language: 'tr' }],
    ['wheelchair', { wheelchair: true }],
    ['neighbourhood', { neighbourhood: 'Oost' }],
    ['free', { free: true }],
    ['openNow', { openNow: true }],
  ])('holds only what was chosen by %s', (_, filters) => {
    const [at] = aService().service_at_locations ?? [];
    const plain = { ...at?.location, accessibility: [], id: 'elders', location_type: 'physical' as const };
    const one = {
      attributes: [anAttribute('topic', 'geld')],
      languages: [{ id: 'x', code: 'tr' }],
      service_at_locations: [
        {
          id: 'x',
          location: {
            ...{ id: 'oost', location_type: 'physical' as const },
            addresses: [{ id: 'x', address_1: 'Bospad 1', city: 'Waterrijk', region: 'Oost' }],
            accessibility: [{ id: 'x', attributes: [anAttribute('mark', 'wheelchair')] }],
          },
        },
      ],
    };
    const other = {
      service_at_locations: [{ id: 'y', location: plain }],
      cost_options: [{ id: 'y', amount: 5 }],
      schedules: [aSchedule({ byday: 'SA' })],
    };
    const db = aDirectory([aService({ id: 'other', ...other }), aService({ id: 'one', ...one })]);
    const ids = (chosen: ServiceFilters) => servicesPage(db, chosen, 0, NOW).services.map(({ id }) => id);
    expect(ids({})).toHaveLength(2);
    expect(ids(filters)).toEqual(['one']);
  });

  test('knows what is open at the moment', () => {
    const db = aDirectory([
      aService(),
      aService({ id: 'nacht', schedules: [aSchedule({ opens_at: '20:00', closes_at: '23:00' })] }),
    ]);
    const open = (now: number) => servicesPage(db, { openNow: true }, 0, now).services.map(({ id }) => id);
    expect(open(NOW)).toEqual(['taalcafe']);
    expect(open(Date.parse('2026-11-24T20:30:00Z'))).toEqual(['nacht']);
  });

  test('tells on a card of the places that fit, and not of others', () => {
    const place = (id: string, region: string, days: string, accessible: boolean) => ({
      ...{ id, schedules: [aSchedule({ byday: days })] },
      location: {
        ...{ id, location_type: 'physical' as const },
        addresses: [{ id, address_1: 'Bospad 1', city: 'Waterrijk', region }],
        accessibility: accessible ? [{ id, attributes: [anAttribute('mark', 'wheelchair')] }] : [],
      },
    });
    const service_at_locations = [place('oost', 'Oost', 'TU', false), place('west', 'West', 'SA', true)];
    const db = aDirectory([aService({ schedules: [], service_at_locations })]);
    const card = (filters: ServiceFilters) => servicesPage(db, filters, 0, NOW).services[0];
    const open = { state: 'open' };
    expect(card({})).toMatchObject({ opening: open, wheelchair: true });
    expect(card({ neighbourhood: 'Oost' })).toMatchObject({ opening: open, wheelchair: false });
    expect(card({ neighbourhood: 'West' })).toMatchObject({ opening: { state: 'closed' }, wheelchair: true });
    expect(card({ wheelchair: true })).toMatchObject({ opening: { state: 'closed' }, wheelchair: true });
  });

  test('is empty without a store', () => {
    expect(ServicesPage.parse(servicesPage(undefined, {}, 0, NOW))).toMatchObject({
      total: 0,
      pages: 0,
      services: [],
    });
  });
});

test('the areas for which a service is are its own, else those of its places', () => {
  const own = [{ id: 'a', name: 'Waterrijk' }];
  const service_at_locations = [
    { id: 'x', service_areas: [{ id: 'b', name: 'Zuid' }] },
    { id: 'y', service_areas: [{ id: 'c', description: 'rond de haven' }] },
  ];
  const areas = (service: object) => pageOf(aService(service))?.service_areas;
  expect(areas({ service_areas: own, service_at_locations })).toEqual([{ name: { nl: 'Waterrijk' } }]);
  expect(areas({ service_at_locations })).toEqual([
    { name: { nl: 'Zuid' } },
    { description: { nl: 'rond de haven' } },
  ]);
  // At one of them it is for everybody.
  expect(areas({ service_at_locations: [...service_at_locations, { id: 'z' }] })).toEqual([]);
});
