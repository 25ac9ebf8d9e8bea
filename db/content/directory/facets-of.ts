import {
  codesIn,
  isForWheelchairs,
  isFree,
  languagesOf,
  neighbourhoodsOf,
} from '../../../core/domain/directory/marks.ts';
import type { Service } from '../../../core/domain/directory/service.ts';
import { placesOf } from '../../../core/domain/directory/service-places.ts';
import type { Facet } from './list-services.ts';
import { isShown } from './read-directory.ts';

/** What a service is found by. One that visitors may not see is found by nothing. */
export function facetsOf(service: Service): readonly (readonly [Facet, string])[] {
  if (!isShown(service)) return [];
  const locations = placesOf(service).flatMap(({ location }) => location ?? []);
  const each = (facet: Facet, values: readonly string[]) =>
    [...new Set(values)].map((value) => [facet, value] as const);
  return [
    ...each('shown', ['']),
    ...each('topic', codesIn(service, 'topic')),
    ...each('category', codesIn(service, 'category')),
    ...each('language', languagesOf(service, locations)),
    ...each('neighbourhood', locations.flatMap(neighbourhoodsOf)),
    ...each('wheelchair', locations.some(isForWheelchairs) ? [''] : []),
    ...each('free', isFree(service.cost_options) ? [''] : []),
  ];
}

/** The schedules of each place where a service is given; none while it is closed for a time. */
export function hoursOf(service: Service): readonly (readonly object[])[] {
  return service.status === 'active' ? placesOf(service).map(({ schedules }) => schedules) : [];
}
