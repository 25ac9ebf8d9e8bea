import { freeDays } from './free-days.ts';
import type { Location } from './location.ts';
import { codesIn, isForWheelchairs, languagesOf, neighbourhoodsOf } from './marks.ts';
import type { HoldingSchedule } from './opening-hours.ts';
import type { Service } from './service.ts';
import { placesOf } from './service-places.ts';

/** By what services are found. `shown`: visitors may see it. The values of `free` are stretches of days. */
export type Facet = 'shown' | 'topic' | 'category' | 'language' | 'wheelchair' | 'neighbourhood' | 'free';

/** May visitors see it? One that has stopped is kept for who looks after the directory. */
export function isShown({ status }: Service): boolean {
  return status === 'active' || status === 'temporarily closed';
}

/** What a service is found by, each facet with its value. One that visitors may not see is found by nothing. */
export function facetsOf(service: Service): [Facet, string][] {
  if (!isShown(service)) return [];
  const facets: [Facet, string][] = [['shown', '']];
  const add = (facet: Facet, values: readonly string[]) => {
    for (const value of values)
      if (!facets.some((each) => each[0] === facet && each[1] === value)) facets.push([facet, value]);
  };
  const locations: Location[] = [];
  for (const { location } of service.service_at_locations ?? [])
    if (location !== undefined) locations.push(location);
  add('topic', codesIn(service, 'topic'));
  add('category', codesIn(service, 'category'));
  add('language', languagesOf(service, locations));
  for (const location of locations) add('neighbourhood', neighbourhoodsOf(location));
  if (locations.some(isForWheelchairs)) add('wheelchair', ['']);
  add('free', freeDays(service.cost_options));
  return facets;
}

/** A place where a service is given, by what places are chosen. */
export type ChosenPlace = {
  readonly schedules: readonly HoldingSchedule[];
  readonly neighbourhoods: readonly string[];
  readonly wheelchair: boolean;
  /** Those of the service, which are spoken at all of its places, and those of this place. */
  readonly languages: readonly string[];
};

/** The places where a service is given; without schedules while it is closed for a time. */
export function placesToChoose(service: Service): ChosenPlace[] {
  return placesOf(service).map(({ location, schedules }) => ({
    schedules: service.status === 'active' ? schedules : [],
    neighbourhoods: location === undefined ? [] : neighbourhoodsOf(location),
    wheelchair: location !== undefined && isForWheelchairs(location),
    languages: languagesOf(service, location === undefined ? [] : [location]),
  }));
}
