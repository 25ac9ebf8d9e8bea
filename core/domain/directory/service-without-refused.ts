import type { Location } from './location.ts';
import type { Service } from './service.ts';
import { withoutRefused } from './without-refused.ts';

/** What is left of a service, whether anything of itself was left out, and of which of its places something was. */
export type ServiceWithoutRefused = {
  readonly service: Service;
  readonly isChanged: boolean;
  readonly changedPlaces: readonly Location[];
};

/** A service that a store has kept, without the schedules of it and of its places that this version refuses. */
export function serviceWithoutRefused(kept: Service): ServiceWithoutRefused {
  const own = taken(kept);
  let isChanged = own !== kept;
  const changedPlaces: Location[] = [];
  const places = kept.service_at_locations?.map((before) => {
    const at = taken(before);
    if (at !== before) isChanged = true;
    const location = at.location && taken(at.location);
    if (location === undefined || location === at.location) return at;
    changedPlaces.push(location);
    return { ...at, location };
  });
  if (!isChanged && changedPlaces.length === 0) return { service: kept, isChanged, changedPlaces };
  return {
    service: places === undefined ? own : { ...own, service_at_locations: places },
    isChanged,
    changedPlaces,
  };
}

/** The record itself where nothing is refused. Most have no schedules of their own. */
function taken<T extends { readonly schedules?: unknown }>(record: T): T {
  return record.schedules === undefined ? record : (withoutRefused(record).record as T);
}
