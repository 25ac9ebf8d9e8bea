import type { ChosenPlace } from '../../../core/domain/directory/facet.ts';
import { type HolidayOf, isOpenAt } from '../../../core/domain/directory/opening-hours.ts';
import { type Holiday, holidayOn } from '../../../core/domain/directory/public-holidays.ts';
import type { Schedule } from '../../../core/domain/directory/schedule.ts';
import type { ReadDb } from '../../open.ts';
import type { ActiveDirectory } from './active-directory.ts';
import type { SqlPart, WantedServices } from './wanted-services.ts';

const MINUTE_MS = 60_000;

/** A place of a service, without its hours. */
type Place = Omit<ChosenPlace, 'schedules'>;

/** What somebody asks of a place: open in one and for a wheelchair in another helps nobody. */
const OF_PLACES = ['neighbourhood', 'wheelchair', 'language'] as const;
export type OfPlaces = (typeof OF_PLACES)[number];

/** Is this facet one of places, of which one must have all that is asked of places? */
export function isOfPlaces(facet: string): facet is OfPlaces {
  return OF_PLACES.some((each) => each === facet);
}

/** Must the places be looked at? Who is open, only they know; of what else is asked of them, one alone is known of the service. */
export function asksOfPlaces({ facets, openAt }: WantedServices): boolean {
  return openAt !== undefined || OF_PLACES.filter((facet) => facets[facet] !== undefined).length > 1;
}

/**
 * Of the services that a query gives, with their `number` and `hours`, those of which a place has all that is asked of places, in its
 * order; each with the places that have.
 */
export function fittingPlaces(
  db: ReadDb,
  active: ActiveDirectory,
  { facets, openAt }: WantedServices,
  { sql, values }: SqlPart,
): { readonly number: number; readonly places: readonly Place[] }[] {
  const known = knownPlaces(db, active, openAt);
  const asked = OF_PLACES.flatMap((facet) => {
    const wanted = facets[facet];
    return wanted === undefined ? [] : [{ facet, wanted: [wanted].flat() }];
  });
  const fits = (place: Place) =>
    asked.every(({ facet, wanted }) => valuesOf(place, facet).some((value) => wanted.includes(value)));
  const found: { number: number; places: readonly Place[] }[] = [];
  for (const row of db
    .prepare<(string | number)[], { number: number; hours: string }>(sql)
    .iterate(...values)) {
    const places = known(row.number, row.hours).filter(fits);
    if (places.length > 0) found.push({ number: row.number, places });
  }
  return found;
}

/** What a place has of a facet of places, as the facet itself writes it. */
export function valuesOf(
  { neighbourhoods, wheelchair, languages }: Place,
  facet: OfPlaces,
): readonly string[] {
  if (facet === 'wheelchair') return wheelchair ? [''] : [];
  return facet === 'neighbourhood' ? neighbourhoods : languages;
}

type Known = {
  readonly directory: string;
  readonly minute: number | undefined;
  readonly placesOf: (number: number, hours: string) => readonly Place[];
};

/**
 * What was worked out in the minute before: a list and its choices ask of the same services, and so does the next press.
 * Hours are told in minutes, so within one nothing opens or closes.
 */
const known = new WeakMap<ReadDb, Known>();

/** Gives the places of a service, those that are open when it is asked what is open at an instant. */
function knownPlaces(
  db: ReadDb,
  { generation, choicesVersion }: ActiveDirectory,
  openAt: number | undefined,
): Known['placesOf'] {
  const directory = `${generation} ${choicesVersion}`;
  const minute = openAt === undefined ? undefined : Math.floor(openAt / MINUTE_MS);
  const before = known.get(db);
  if (before?.directory === directory && before.minute === minute) return before.placesOf;
  // Each day is looked up once, not once a service.
  const holidays = new Map<string, Holiday | undefined>();
  const holidayOf: HolidayOf = (date) => {
    if (!holidays.has(date)) holidays.set(date, holidayOn(date));
    return holidays.get(date);
  };
  const byService = new Map<number, readonly Place[]>();
  // Many services have the same places: they are kept once.
  const alike = new Map<string, readonly Place[]>();
  const placesOf = (number: number, hours: string) => {
    const there = byService.get(number);
    if (there !== undefined) return there;
    const places = read(hours)
      .filter(({ schedules }) => openAt === undefined || isOpenAt(schedules, openAt, holidayOf))
      .map(({ schedules: _, ...place }) => place);
    const key = JSON.stringify(places);
    const kept = alike.get(key) ?? places;
    alike.set(key, kept);
    byService.set(number, kept);
    return kept;
  };
  known.set(db, { directory, minute, placesOf });
  return placesOf;
}

/** A directory that an earlier version took in says less of its places, the first no more than their schedules, until it is renewed. */
function read(hours: string): ChosenPlace[] {
  const places = JSON.parse(hours) as (Partial<ChosenPlace> | Schedule[])[];
  const nothing: ChosenPlace = { schedules: [], neighbourhoods: [], wheelchair: false, languages: [] };
  return places.map((place) => ({ ...nothing, ...(Array.isArray(place) ? { schedules: place } : place) }));
}
