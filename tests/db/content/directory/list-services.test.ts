import { describe, expect, test } from 'vitest';
import { countChoices } from '../../../../db/content/directory/count-choices.ts';
import {
  countValue,
  listServices,
  type ServiceQuery,
} from '../../../../db/content/directory/list-services.ts';
import type { ReadDb } from '../../../../db/open.ts';
import { aDirectory } from '../../../builders/a-directory.ts';
import { anAttribute, aSchedule, aService } from '../../../builders/a-service.ts';
import { aStore } from '../../../builders/a-store.ts';

const TUESDAY_NOON = Date.parse('2026-11-24T11:00:00Z');

/** The ids of the services that have what is asked for. */
function ids(db: ReadDb, query: Partial<ServiceQuery> = {}): string[] {
  const { services } = listServices(db, { facets: {}, page: 0, pageSize: 100, ...query });
  return services.map(({ id }) => id);
}

const DIRECTORY = [
  aService({ id: 'c', name: 'Zwemmen' }),
  aService({
    id: 'a',
    name: 'eten',
    attributes: [
      anAttribute('topic', 'geld'),
      anAttribute('topic', 'ontmoeten'),
      anAttribute('category', 'eten'),
    ],
    languages: [{ id: 'x', code: 'tr' }],
    schedules: [aSchedule({ byday: 'SA' })],
  }),
  aService({
    id: 'b',
    name: 'Fietsen',
    cost_options: [
      { id: 'x', amount: 0 },
      { id: 'y', amount: 5 },
    ],
    service_at_locations: [
      {
        id: 'x',
        location: {
          id: 'x',
          location_type: 'physical',
          addresses: [{ id: 'x', address_1: 'Bospad 1', city: 'Waterrijk', region: 'Oost' }],
        },
      },
    ],
  }),
  aService({ id: 'd', name: 'Even dicht', status: 'temporarily closed' }),
  aService({ id: 'gone', status: 'inactive' }),
];

describe('services are found', () => {
  test.each<[string, Partial<ServiceQuery>, string[]]>([
    ['all that are shown, by name, whatever the capitals', {}, ['a', 'd', 'b', 'c']],
    ['by topic', { facets: { topic: 'geld' } }, ['a']],
    ['by each of its topics', { facets: { topic: 'ontmoeten' } }, ['a', 'd', 'b', 'c']],
    ['by category', { facets: { category: 'eten' } }, ['a']],
    ['by language', { facets: { language: 'ar' } }, ['d', 'b', 'c']],
    ['by neighbourhood', { facets: { neighbourhood: 'Oost' } }, ['b']],
    ['for wheelchairs', { facets: { wheelchair: '' } }, ['a', 'd', 'c']],
    ['free: every way of paying costs nothing', { facets: { free: '' } }, ['a', 'd', 'c']],
    [
      'by several things at once',
      { facets: { free: '', language: 'ar', neighbourhood: 'Centrum' } },
      ['d', 'c'],
    ],
    ['that nobody has', { facets: { topic: 'geld', language: 'ar' } }, []],
    ['open now', { openAt: TUESDAY_NOON }, ['b', 'c']],
    ['open now, and more', { openAt: TUESDAY_NOON, facets: { free: '' } }, ['c']],
    ['what is asked for is left open', { facets: { topic: undefined } }, ['a', 'd', 'b', 'c']],
  ])('%s', (_, query, expected) => {
    expect(ids(aDirectory(DIRECTORY), query)).toEqual(expected);
  });

  test('of which one place has all that is asked of places', () => {
    const place = (region: string, byday: string, wheelchair: boolean) => ({
      id: region,
      schedules: [aSchedule({ byday })],
      location: {
        ...{ id: region, location_type: 'physical' as const },
        addresses: [{ id: 'x', address_1: 'Bospad 1', city: 'Waterrijk', region }],
        accessibility: [{ id: 'x', ...(wheelchair && { attributes: [anAttribute('mark', 'wheelchair')] }) }],
      },
    });
    const places = { service_at_locations: [place('Noord', 'MO', true), place('Centrum', 'TU', false)] };
    const db = aDirectory([
      aService({ id: 'two', ...places }),
      aService({ id: 'shut', name: 'Dicht', status: 'temporarily closed', ...places }),
    ]);
    const open = (neighbourhood: string) => ids(db, { openAt: TUESDAY_NOON, facets: { neighbourhood } });
    expect([open('Noord'), open('Centrum')]).toEqual([[], ['two']]);
    const reached = (neighbourhood: string) => ids(db, { facets: { neighbourhood, wheelchair: '' } });
    expect([reached('Noord'), reached('Centrum')]).toEqual([['shut', 'two'], []]);
    expect(ids(db, { openAt: TUESDAY_NOON, facets: { wheelchair: '' } })).toEqual([]);
  });

  test('in a language that is spoken at the place that was chosen, or at all of them', () => {
    const place = (region: string, code?: string) => ({
      id: region,
      location: {
        ...{ id: region, location_type: 'physical' as const },
        addresses: [{ id: 'x', address_1: 'Bospad 1', city: 'Waterrijk', region }],
        ...(code !== undefined && { languages: [{ id: code, code }] }),
      },
    });
    const service_at_locations = [place('Noord'), place('Zuid', 'ar')];
    const db = aDirectory([
      aService({ id: 'there', languages: [], service_at_locations }),
      aService({ id: 'everywhere', languages: [{ id: 'x', code: 'ar' }], service_at_locations }),
      aService({ id: 'nowhere', service_at_locations: undefined }),
    ]);
    const spoken = (facets: ServiceQuery['facets']) =>
      ids(db, { facets: { language: 'ar', ...facets } }).sort();
    expect(spoken({})).toEqual(['everywhere', 'nowhere', 'there']);
    expect(spoken({ neighbourhood: 'Zuid' })).toEqual(['everywhere', 'there']);
    expect(spoken({ neighbourhood: 'Noord' })).toEqual(['everywhere']);
    expect(ids(db, { openAt: TUESDAY_NOON, facets: { language: 'ar' } })).toHaveLength(3);
  });

  test.each([undefined, TUESDAY_NOON])('page by page', (openAt) => {
    const db = aDirectory(
      Array.from({ length: 5 }, (_, n) => aService({ id: `s${n}`, name: `Dienst ${n}` })),
    );
    const page = (number: number) => listServices(db, { facets: {}, openAt, page: number, pageSize: 2 });
    expect([0, 1, 2, 3].map((number) => page(number).services.map(({ id }) => id))).toEqual([
      ['s0', 's1'],
      ['s2', 's3'],
      ['s4'],
      [],
    ]);
    expect(page(3).total).toBe(5);
  });

  test('none where there is no directory', () => {
    const db = aStore('content');
    expect(listServices(db, { facets: {}, page: 0, pageSize: 10 })).toEqual({ total: 0, services: [] });
  });
});

test('one value of a facet is counted as the choices count it, and one that is not there as none', () => {
  const db = aDirectory(DIRECTORY);
  const { topic } = countChoices(db, ['topic'], { facets: {} });
  for (const { value, count } of topic) expect(countValue(db, 'topic', value)).toBe(count);
  expect(topic.length).toBeGreaterThan(0);
  expect(countValue(db, 'topic', 'nergens')).toBe(0);
});
