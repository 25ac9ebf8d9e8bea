import type {
  ServiceEntry,
  ServiceFilters,
  ServicePage,
  ServicesPage,
} from '../../core/contract/directory.ts';
import { wallMomentAt } from '../../core/domain/directory/amsterdam-time.ts';
import type { Location } from '../../core/domain/directory/location.ts';
import {
  codesIn,
  costsOn,
  isFictional,
  isForWheelchairs,
  isFree,
  languagesOf,
  neighbourhoodsOf,
  pictureOf,
  reviewDay,
} from '../../core/domain/directory/marks.ts';
import { type OpeningState, openingStateAt } from '../../core/domain/directory/opening-hours.ts';
import type { ServiceArea } from '../../core/domain/directory/reach.ts';
import type { Service } from '../../core/domain/directory/service.ts';
import { openingOf, placesOf, type ServicePlace } from '../../core/domain/directory/service-places.ts';
import { wordsOf } from '../../core/domain/directory/translation.ts';
import { countChoices } from '../../db/content/directory/count-choices.ts';
import { freeOn } from '../../db/content/directory/free-on.ts';
import { listServices } from '../../db/content/directory/list-services.ts';
import { readService } from '../../db/content/directory/read-directory.ts';
import type { ReadDb } from '../../db/open.ts';
import { inOrder, placeOnPage, week } from './place-on-page.ts';
import { present } from './present.ts';
import { emailOf, phonesOf, spokenOnPage } from './reach-on-page.ts';

const PAGE_SIZE = 12;

/** A page of the services that have all that is asked for; `now` in milliseconds since 1970. */
export function servicesPage(
  db: ReadDb | undefined,
  filters: ServiceFilters,
  page: number,
  now: number,
): ServicesPage {
  const { openNow, wheelchair, free, ...valued } = filters;
  const freeNow = db === undefined ? [] : freeOn(db, wallMomentAt(now).date);
  const wanted = {
    facets: { ...valued, wheelchair: wheelchair && '', free: free && freeNow },
    openAt: openNow && now,
  };
  const found =
    db === undefined
      ? { total: 0, services: [] }
      : listServices(db, { ...wanted, page, pageSize: PAGE_SIZE });
  const choices =
    db && countChoices(db, ['topic', 'language', 'neighbourhood', 'wheelchair', 'free'], wanted);
  return {
    page,
    pages: Math.ceil(found.total / PAGE_SIZE),
    total: found.total,
    services: found.services.map((service) => entryOf(service, now, filters)),
    choices: {
      topics: choices?.topic ?? [],
      languages: choices?.language ?? [],
      neighbourhoods: choices?.neighbourhood ?? [],
      wheelchair: choices?.wheelchair[0]?.count ?? null,
      free: countOf(choices?.free.filter(({ value }) => freeNow.includes(value))),
    },
  };
}

/** How many services there are with any of these values; null when there are no such values. A service has but one of them. */
function countOf(choices: readonly { readonly count: number }[] = []): number | null {
  return choices.length === 0 ? null : choices.reduce((sum, { count }) => sum + count, 0);
}

/** The page of a service, as it is at `now` (milliseconds since 1970); null when there is none of that id. */
export function servicePage(db: ReadDb, id: string, now: number): ServicePage | null {
  const service = readService(db, id);
  if (service === undefined) return null;
  const places = placesInUse(service);
  const { today, outdated } = dayOf(service, now);
  const costs = costsOn(today, service.cost_options);
  const { organization } = service;
  const states = statesAt(places, now);
  const told = places.flatMap((place, index) => placeOnPage(place, states[index] ?? null, today) ?? []);
  // Hours stand with the place they are of; those of a service without one stand by themselves.
  const own = told.length === 0 ? (places[0]?.schedules ?? []) : [];
  return present({
    id: service.id,
    picture: pictureOf(service),
    today,
    status: service.status === 'active' ? ('active' as const) : ('temporarily closed' as const),
    fictional: isFictional(service, organization),
    outdated,
    assured_date: service.assured_date,
    topics: codesIn(service, 'topic'),
    name: wordsOf(service, 'name') ?? {},
    alternate_name: wordsOf(service, 'alternate_name'),
    description: wordsOf(service, 'description'),
    alert: wordsOf(service, 'alert'),
    organization:
      organization &&
      present({
        name: wordsOf(organization, 'name') ?? {},
        description: wordsOf(organization, 'description'),
        website: organization.website,
      }),
    url: service.url,
    email: emailOf(service, organization),
    eligibility_description: wordsOf(service, 'eligibility_description'),
    minimum_age: service.minimum_age,
    maximum_age: service.maximum_age,
    application_process: wordsOf(service, 'application_process'),
    wait_time: wordsOf(service, 'wait_time'),
    interpretation_services: wordsOf(service, 'interpretation_services'),
    fees_description: wordsOf(service, 'fees_description'),
    free: isFree(costs),
    cost_options: costs.map((cost) =>
      present({
        option: wordsOf(cost, 'option'),
        amount: cost.amount,
        currency: cost.currency,
        amount_description: wordsOf(cost, 'amount_description'),
      }),
    ),
    required_documents: (service.required_documents ?? []).map((document) =>
      present({ document: wordsOf(document, 'document'), uri: document.uri }),
    ),
    languages: spokenOnPage(service.languages),
    service_areas: areasOf(service).map((area) =>
      present({ name: wordsOf(area, 'name'), description: wordsOf(area, 'description') }),
    ),
    // Whoever cannot be rung up for the service itself may be for the organisation.
    phones: phonesOf(service, organization),
    opening: openingOf(states) ?? null,
    week: week(own, today),
    places: inOrder(told),
  });
}

/**
 * A service as a list shows it, as it is at `now` (milliseconds since 1970). When it is open, whether a wheelchair gets in and what is
 * spoken is told of the places that have what was asked of places: the others are no use to who asked.
 */
export function entryOf(service: Service, now: number, asked: ServiceFilters = {}): ServiceEntry {
  const places = placesInUse(service);
  const fitting = places.filter(({ location }) => fits(service, location, asked));
  const locations = places.flatMap(({ location }) => location ?? []);
  const { today, outdated } = dayOf(service, now);
  return present({
    id: service.id,
    picture: pictureOf(service),
    name: wordsOf(service, 'name') ?? {},
    organization: service.organization && wordsOf(service.organization, 'name'),
    description: wordsOf(service, 'description'),
    alert: wordsOf(service, 'alert'),
    topics: codesIn(service, 'topic'),
    neighbourhoods: [...new Set(locations.flatMap(neighbourhoodsOf))],
    languages: languagesOf(
      service,
      fitting.flatMap(({ location }) => location ?? []),
    ),
    wheelchair: fitting.some(({ location }) => location !== undefined && isForWheelchairs(location)),
    free: isFree(costsOn(today, service.cost_options)),
    temporarilyClosed: service.status !== 'active',
    opening: openingOf(statesAt(fitting, now)) ?? null,
    outdated,
    fictional: isFictional(service, service.organization),
  });
}

/** Has a place all that is asked of places? Without a place it has nothing of that but the languages of the service. */
function fits(
  service: Service,
  location: Location | undefined,
  { neighbourhood, wheelchair, language }: ServiceFilters,
): boolean {
  if (
    language !== undefined &&
    !languagesOf(service, location === undefined ? [] : [location]).includes(language)
  )
    return false;
  const isThere =
    neighbourhood === undefined ||
    (location !== undefined && neighbourhoodsOf(location).includes(neighbourhood));
  return isThere && (!wheelchair || (location !== undefined && isForWheelchairs(location)));
}

/** For whom it is, by where they live: as the service says, else as its places do. A place that names no area is for everybody. */
function areasOf({ service_areas = [], service_at_locations = [] }: Service): readonly ServiceArea[] {
  if (service_areas.length > 0) return service_areas;
  const areas = service_at_locations.map((at) => at.service_areas ?? []);
  return areas.some((each) => each.length === 0) ? [] : areas.flat();
}

function dayOf(service: Service, now: number): { today: string; outdated: boolean } {
  const today = wallMomentAt(now).date;
  return { today, outdated: (reviewDay(service) ?? today) < today };
}

/** The places. What is closed for a time has no hours there: its alert says what is the matter. */
function placesInUse(service: Service): ServicePlace[] {
  const places = placesOf(service);
  return service.status === 'active' ? places : places.map((place) => ({ ...place, schedules: [] }));
}

/** The state of each place. */
function statesAt(places: readonly ServicePlace[], now: number): (OpeningState | undefined)[] {
  return places.map(({ schedules }) => openingStateAt(schedules, now));
}
