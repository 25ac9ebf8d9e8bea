import { describe, expect, test } from 'vitest';
import type { Facet } from '../../../../core/domain/directory/facet.ts';
import { countChoices } from '../../../../db/content/directory/count-choices.ts';
import { listServices } from '../../../../db/content/directory/list-services.ts';
import type { WantedServices } from '../../../../db/content/directory/wanted-services.ts';
import { aDirectory } from '../../../builders/a-directory.ts';
import { anAttribute, aSchedule, aService } from '../../../builders/a-service.ts';
import { aStore } from '../../../builders/a-store.ts';

const TUESDAY_NOON = Date.parse('2026-11-24T11:00:00Z');
const SATURDAY_NOON = Date.parse('2026-11-28T11:00:00Z');
const FACETS = ['topic', 'language', 'neighbourhood', 'wheelchair', 'free'] as const;

const about = (...topics: string[]) => topics.map((topic) => anAttribute('topic', topic));
const speaking = (...codes: string[]) => codes.map((code) => ({ id: code, code }));

/** Two about money, of which one is free; three about work, of which two are. */
const DIRECTORY = [
  aService({ id: 'a', name: 'A', attributes: about('geld', 'werk'), languages: speaking('ar', 'tr') }),
  aService({
    id: 'b',
    name: 'B',
    attributes: about('geld'),
    languages: speaking('tr'),
    cost_options: [{ id: 'x', amount: 5 }],
    schedules: [aSchedule({ byday: 'SA' })],
  }),
  aService({ id: 'c', name: 'C', attributes: about('werk'), languages: speaking('pl') }),
  aService({
    id: 'd',
    name: 'D',
    attributes: about('werk'),
    languages: speaking('ar'),
    cost_options: [{ id: 'x', amount: 5 }],
  }),
  aService({ id: 'gone', attributes: about('geld'), status: 'inactive' }),
];

/** One open on Tuesdays and one on Saturdays, where wheelchairs get in; and one of which only the other place is open then. */
const OF_TWO_PLACES = [
  aService({
    id: 'e',
    name: 'E',
    languages: speaking('pl'),
    service_at_locations: [at('Oost', 'TU', false, 'tr'), at('Centrum', 'SA', true)],
  }),
  aService({
    ...{ id: 'f', name: 'F', languages: [] },
    service_at_locations: [at('Oost', 'SA', true), at('Noord', 'TU', false, 'ar')],
  }),
];

function at(region: string, byday: string, wheelchair: boolean, ...codes: string[]) {
  const attributes = wheelchair ? [anAttribute('mark', 'wheelchair')] : [];
  const location = {
    ...{ id: `${region}-${byday}`, location_type: 'physical' as const },
    addresses: [{ id: 'x', address_1: 'Bospad 1', city: 'Waterrijk', region }],
    accessibility: [{ id: 'x', attributes }],
    languages: speaking(...codes),
  };
  return { id: region, location, schedules: [aSchedule({ byday })] };
}

/** How many there are with each value, by facet. */
function counted(wanted: WantedServices) {
  const choices = countChoices(aDirectory(DIRECTORY), FACETS, wanted);
  const byValue = (facet: Facet & keyof typeof choices) =>
    Object.fromEntries(choices[facet].map(({ value, count }) => [value, count]));
  return {
    topic: byValue('topic'),
    language: byValue('language'),
    free: choices.free[0]?.count,
  };
}

describe('each choice is counted', () => {
  test.each<[string, WantedServices, ReturnType<typeof counted>]>([
    [
      'among all, where nothing is chosen',
      { facets: {} },
      { topic: { geld: 2, werk: 3 }, language: { ar: 2, pl: 1, tr: 2 }, free: 2 },
    ],
    [
      'among what is chosen in other facets, and in its own as if nothing were',
      { facets: { topic: 'geld' } },
      { topic: { geld: 2, werk: 3 }, language: { ar: 1, pl: 0, tr: 2 }, free: 1 },
    ],
    [
      'a switch that is on as one that is not: what there would be with it',
      { facets: { free: '' } },
      { topic: { geld: 1, werk: 2 }, language: { ar: 1, pl: 1, tr: 1 }, free: 2 },
    ],
    [
      'with several facets chosen, each among the others',
      { facets: { topic: 'werk', language: 'ar', free: '' } },
      { topic: { geld: 1, werk: 1 }, language: { ar: 1, pl: 1, tr: 1 }, free: 1 },
    ],
    [
      'among what is open then',
      { facets: {}, openAt: TUESDAY_NOON },
      { topic: { geld: 1, werk: 3 }, language: { ar: 2, pl: 1, tr: 1 }, free: 2 },
    ],
    [
      'among what is open then and chosen',
      { facets: { topic: 'geld' }, openAt: SATURDAY_NOON },
      { topic: { geld: 1, werk: 0 }, language: { ar: 0, pl: 0, tr: 1 }, free: 0 },
    ],
    [
      'as none where nothing is left',
      { facets: { topic: 'geld', language: 'pl' } },
      { topic: { geld: 0, werk: 1 }, language: { ar: 1, pl: 0, tr: 2 }, free: 0 },
    ],
  ])('%s', (_, wanted, expected) => {
    expect(counted(wanted)).toEqual(expected);
  });

  test('as the list then is long, for every choice beside every other one', () => {
    const db = aDirectory([...DIRECTORY, ...OF_TWO_PLACES]);
    const all = countChoices(db, FACETS, { facets: {} });
    const wishes: WantedServices[] = FACETS.flatMap((facet) =>
      all[facet].flatMap(({ value }) => [
        { facets: { [facet]: value } },
        { facets: { [facet]: value }, openAt: TUESDAY_NOON },
        { facets: { wheelchair: '', [facet]: value } },
        { facets: { wheelchair: '', [facet]: value }, openAt: SATURDAY_NOON },
        { facets: { language: 'tr', [facet]: value } },
        { facets: { neighbourhood: 'Oost', [facet]: value } },
      ]),
    );
    for (const wanted of wishes) {
      const choices = countChoices(db, FACETS, wanted);
      for (const facet of FACETS)
        for (const { value, count } of choices[facet]) {
          const facets = { ...wanted.facets, [facet]: value };
          expect(listServices(db, { ...wanted, facets, page: 0, pageSize: 1 }).total, facet).toBe(count);
        }
    }
    expect(wishes.length).toBeGreaterThan(10);
  });

  test('by what one place of a service has, and not one this and another that', () => {
    const db = aDirectory(OF_TWO_PLACES);
    const counts = (wanted: WantedServices) => {
      const { neighbourhood, wheelchair } = countChoices(db, FACETS, wanted);
      return [
        Object.fromEntries(neighbourhood.map(({ value, count }) => [value, count])),
        wheelchair[0]?.count,
      ];
    };
    expect(counts({ facets: {} })).toEqual([{ Centrum: 1, Noord: 1, Oost: 2 }, 2]);
    expect(counts({ facets: {}, openAt: TUESDAY_NOON })).toEqual([{ Centrum: 0, Noord: 1, Oost: 1 }, 0]);
    expect(counts({ facets: { neighbourhood: 'Oost' }, openAt: SATURDAY_NOON })).toEqual([
      { Centrum: 1, Noord: 0, Oost: 1 },
      1,
    ]);
    expect(counts({ facets: { wheelchair: '' } })).toEqual([{ Centrum: 1, Noord: 0, Oost: 1 }, 2]);
    expect(counts({ facets: { neighbourhood: 'Oost' } })).toEqual([{ Centrum: 1, Noord: 1, Oost: 2 }, 1]);
  });

  test('again after a minute, and in a directory that took the place of another', () => {
    const db = aDirectory(DIRECTORY);
    const closing = Date.parse('2026-11-24T16:00:00Z');
    const free = (openAt: number) => countChoices(db, ['free'], { facets: {}, openAt }).free;
    expect(free(closing - 1)).toEqual([{ value: '', count: 2 }]);
    expect(free(closing)).toEqual([{ value: '', count: 0 }]);
    expect(free(closing - 1)).toEqual([{ value: '', count: 2 }]);
    aDirectory([aService({ id: 'other', schedules: [aSchedule({ byday: 'SA' })] })], db);
    expect(free(closing - 1)).toEqual([{ value: '', count: 0 }]);
  });

  test('where there is no directory there is none', () => {
    expect(countChoices(aStore('content'), FACETS, { facets: {} })).toEqual({
      topic: [],
      language: [],
      neighbourhood: [],
      wheelchair: [],
      free: [],
    });
  });
});
