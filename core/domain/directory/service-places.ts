import type { Location } from './location.ts';
import type { OpeningState } from './opening-hours.ts';
import type { Schedule } from './schedule.ts';
import type { Service, ServiceAtLocation } from './service.ts';

/** A place where a service is given, and the schedules that hold there. A service without a place has one without. */
export type ServicePlace = {
  readonly at?: ServiceAtLocation;
  readonly location?: Location;
  readonly schedules: readonly Schedule[];
};

/**
 * The places of a service. The schedules of the service at that place count, else those of the service, else those of
 * the place: the nearest to what the visitor comes for. Where the place is shut for some days, what is given there is too.
 */
export function placesOf({ schedules, service_at_locations = [] }: Service): ServicePlace[] {
  const given = (list: readonly Schedule[] | undefined) =>
    list !== undefined && list.length > 0 ? list : undefined;
  const places = service_at_locations.map((at) => {
    const there = at.location?.schedules ?? [];
    const own = given(at.schedules) ?? given(schedules);
    return {
      at,
      ...(at.location !== undefined && { location: at.location }),
      schedules: own === undefined ? there : [...own, ...there.filter(isShutForDays)],
    };
  });
  return places.length > 0 ? places : [{ schedules: schedules ?? [] }];
}

/** Closes some days, and no weekday the year round: the desk of a building has days of its own, and its doors may be open then. */
function isShutForDays({ opens_at, valid_from, valid_to }: Schedule): boolean {
  return opens_at === undefined && valid_from !== undefined && valid_to !== undefined;
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
