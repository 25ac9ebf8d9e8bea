import type { Location } from './location.ts';
import type { Organization } from './organization.ts';
import type { Service, ServiceAtLocation } from './service.ts';

/** What several services may share, and a store keeps once. */
export type Shared = 'organization' | 'location';

/** A record that is shared, and its kind. */
export type SharedRecord =
  | { readonly kind: 'organization'; readonly record: Organization }
  | { readonly kind: 'location'; readonly record: Location };

type DetachedAt = Omit<ServiceAtLocation, 'location'> & { readonly location_id?: string };

/** A service apart from what it shares: an id stands where the record was. */
export type Detached = Omit<Service, 'organization' | 'service_at_locations'> & {
  readonly organization_id?: string;
  readonly service_at_locations?: readonly DetachedAt[];
};

/** Takes what a service shares with others out of it. The order of the fields stays. */
export function detach(service: Service): { readonly body: Detached; readonly shared: SharedRecord[] } {
  const shared: SharedRecord[] = [];
  const { organization, service_at_locations } = service;
  if (organization !== undefined) shared.push({ kind: 'organization', record: organization });
  const places = service_at_locations?.map((at) => {
    const { location } = at;
    if (location === undefined) return at;
    shared.push({ kind: 'location', record: location });
    return swap(at, 'location', 'location_id', location.id);
  });
  const withPlaces = places === undefined ? service : { ...service, service_at_locations: places };
  const body =
    organization === undefined
      ? withPlaces
      : swap(withPlaces, 'organization', 'organization_id', organization.id);
  return { body: body as Detached, shared };
}

/** Puts a service together again; what `find` does not find is left out. */
export function attach(body: Detached, find: (kind: Shared, id: string) => object | undefined): Service {
  const places = body.service_at_locations?.map((at) =>
    at.location_id === undefined ? at : swap(at, 'location_id', 'location', find('location', at.location_id)),
  );
  const withPlaces = places === undefined ? body : { ...body, service_at_locations: places };
  if (body.organization_id === undefined) return withPlaces as Service;
  const organization = find('organization', body.organization_id);
  return swap(withPlaces, 'organization_id', 'organization', organization) as unknown as Service;
}

/** The record with another field in the place of one; without a value, with none. */
function swap(record: object, field: string, other: string, value: unknown): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    if (key !== field) result[key] = (record as Readonly<Record<string, unknown>>)[key];
    else if (value !== undefined) result[other] = value;
  }
  return result;
}
