import type { Opening, OpeningOnDay, PlaceOnPage } from '../../core/contract/directory.ts';
import { weekdayOf } from '../../core/domain/directory/amsterdam-time.ts';
import { isForPost } from '../../core/domain/directory/is-for-post.ts';
import type { Address, Location } from '../../core/domain/directory/location.ts';
import { isForWheelchairs } from '../../core/domain/directory/marks.ts';
import { clockText, type HoldingSchedule, openingDays } from '../../core/domain/directory/opening-hours.ts';
import type { ServicePlace } from '../../core/domain/directory/service-places.ts';
import { soonestFirst } from '../../core/domain/directory/soonest-first.ts';
import { wordsOf } from '../../core/domain/directory/translation.ts';
import { present } from './present.ts';
import { emailOf, phonesOf, spokenOnPage } from './reach-on-page.ts';

const WEEK_DAYS = 7;

/**
 * A place as a page tells it, with its hours from today on. One of which it is not said where it is tells what is different there;
 * undefined when that is nothing.
 */
export function placeOnPage(
  { at, location, schedules }: ServicePlace,
  opening: Opening | null,
  today: string,
): PlaceOnPage | undefined {
  if (at === undefined) return undefined;
  const note = wordsOf(at, 'description');
  const phones = phonesOf(at, location);
  const email = emailOf(at, location);
  if (location === undefined && note === undefined && phones.length === 0 && email === undefined)
    return undefined;
  return present({
    id: location?.id ?? at.id,
    location_type: location?.location_type ?? 'virtual',
    name: location && wordsOf(location, 'name'),
    note,
    description: location && wordsOf(location, 'description'),
    transportation: location && wordsOf(location, 'transportation'),
    addresses: location === undefined ? [] : addressesOf(location),
    latitude: location?.latitude,
    longitude: location?.longitude,
    url: location?.url,
    email,
    wheelchair: location !== undefined && isForWheelchairs(location),
    accessibility: (location?.accessibility ?? []).map((each) =>
      present({ description: wordsOf(each, 'description'), details: wordsOf(each, 'details') }),
    ),
    languages: spokenOnPage(location?.languages),
    phones,
    opening,
    week: week(schedules, today),
  });
}

/** Where to go, before where to write: a post-office box is no place to walk to. */
function addressesOf(location: Location): PlaceOnPage['addresses'] {
  const { addresses = [] } = location;
  const isPostal = (address: Address) => isForPost(address, location);
  const [first, last] = [addresses.filter((each) => !isPostal(each)), addresses.filter(isPostal)];
  return [...first, ...last].map((address) => {
    const { address_1, address_2, postal_code, city, region } = address;
    const address_type = isPostal(address) ? ('postal' as const) : undefined;
    return present({ address_1, address_2, postal_code, city, region, address_type });
  });
}

/** The places to go to before those on the web and those to write to; of each sort the one that is open soonest first. */
export function inOrder(places: readonly PlaceOnPage[]): PlaceOnPage[] {
  const sorts: readonly PlaceOnPage['location_type'][] = ['physical', 'virtual', 'postal'];
  return soonestFirst(places).sort(
    (one, other) => sorts.indexOf(one.location_type) - sorts.indexOf(other.location_type),
  );
}

/** Seven days from today on, without those of which nothing is known. */
export function week(schedules: readonly HoldingSchedule[], today: string): OpeningOnDay[] {
  if (schedules.length === 0) return [];
  return openingDays(schedules, today, WEEK_DAYS).map(({ date, spans, holiday, exception }) =>
    present({
      date,
      weekday: weekdayOf(date),
      spans: spans.map(({ opens, closes }) => ({ opens: clockText(opens), closes: clockText(closes) })),
      holiday,
      exception: exception && present({ reason: wordsOf(exception, 'description') }),
    }),
  );
}
