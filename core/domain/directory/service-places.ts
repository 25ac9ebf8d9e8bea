import { boundByPlace, hasHours, isShutForDays, NEAREST } from './bound-by-place.ts';
import { isForPost } from './is-for-post.ts';
import type { Location } from './location.ts';
import type { HoldingSchedule, OpeningState } from './opening-hours.ts';
import type { Schedule } from './schedule.ts';
import type { Service, ServiceAtLocation } from './service.ts';
import { isChangeOfDays } from './written-for.ts';

const FARTHEST = -1;

/** A place where a service is given, and the schedules that hold there. A service without a place has one without. */
export type ServicePlace = {
  readonly at?: ServiceAtLocation;
  readonly location?: Location;
  readonly schedules: readonly HoldingSchedule[];
};

/**
 * The places of a service. The schedules of the service at that place count, else those of the service, else those of
 * the place: the nearest to what the visitor comes for that says when it opens. What is nearer and only changes some days, or closes
 * them, goes on top of these hours, and days on which the service or the place is shut hold for whatever is nearer. Beside a place to
 * go to, one to write to has none: hours are of a door and a telephone.
 */
export function placesOf({ schedules: everywhere = [], service_at_locations = [] }: Service): ServicePlace[] {
  const places = service_at_locations.map((at) => {
    const here = onLevel(NEAREST, at.schedules);
    const own = [...here, ...(here.some(areUsual) ? everywhere.filter(isShutForDays) : everywhere)];
    return {
      at,
      ...(at.location !== undefined && { location: at.location }),
      schedules: withFarther(own, at.location?.schedules),
    };
  });
  if (places.length === 0) return [{ schedules: everywhere }];
  if (places.every(isToWriteTo)) return places;
  return places.map((place) => (isToWriteTo(place) ? { ...place, schedules: [] } : place));
}

/** Is there nothing at a place but a box for letters? */
function isToWriteTo({ location }: ServicePlace): boolean {
  if (location === undefined) return false;
  const { addresses = [] } = location;
  return addresses.length === 0
    ? location.location_type === 'postal'
    : addresses.every((address) => isForPost(address, location));
}

function withFarther(
  own: readonly HoldingSchedule[],
  farther: readonly Schedule[] = [],
): readonly HoldingSchedule[] {
  // Most services have no hours of their own: an import need not copy those of their places.
  if (own.length === 0) return farther;
  const there = onLevel(FARTHEST, farther);
  return own.some(areUsual) ? boundByPlace(own, there) : [...own, ...there];
}

/** Says when it opens, and not only what is different on some days: nothing farther away is needed. */
function areUsual(schedule: Schedule): boolean {
  return hasHours(schedule) && !isChangeOfDays(schedule);
}

function onLevel(level: number, schedules: readonly Schedule[] = []): HoldingSchedule[] {
  return schedules.map((each) => ({ ...each, level }));
}

/** Whether a service is open, from its places: the one that is open longest, else the one that opens first. */
export function openingOf(states: readonly (OpeningState | undefined)[]): OpeningState | undefined {
  const known = states.filter((state) => state !== undefined);
  const when = (state: OpeningState) => {
    const moment = state.state === 'open' ? state.until : state.opens;
    return moment === null ? '~' : `${moment.date} ${moment.time}`;
  };
  const open = known.filter(({ state }) => state === 'open');
  const [first, ...others] = open.length > 0 ? open : known;
  return others.reduce(
    (best, state) =>
      (open.length > 0 ? when(state) > when(best as OpeningState) : when(state) < when(best as OpeningState))
        ? state
        : best,
    first,
  );
}
