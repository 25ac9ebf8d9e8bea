import { attach, type Detached, detach, type Shared } from './detach.ts';
import { type Facet, facetsOf, placesToChoose } from './facet.ts';
import type { Service } from './service.ts';

/** A service as a store takes it in: texts that are written as they are. */
export type PreparedService = {
  readonly id: string;
  readonly name: string;
  /** JSON of the places, by what they are chosen. */
  readonly hours: string;
  /** JSON of the service apart from what it shares. */
  readonly body: string;
  readonly facets: readonly (readonly [Facet, string])[];
  readonly shared: readonly { readonly kind: Shared; readonly id: string; readonly body: string }[];
};

/** Makes a service ready to be written. */
export function prepareService(service: Service): PreparedService {
  const { body, shared } = detach(service);
  return {
    id: service.id,
    name: service.name,
    hours: JSON.stringify(placesToChoose(service)),
    body: JSON.stringify(body),
    facets: facetsOf(service),
    shared: shared.map(({ kind, record }) => ({ kind, id: record.id, body: JSON.stringify(record) })),
  };
}

/** The service as it was before it was made ready. */
export function serviceOf({ body, shared }: PreparedService): Service {
  return attach(JSON.parse(body) as Detached, (kind, id) => {
    const found = shared.find((each) => each.kind === kind && each.id === id);
    return found === undefined ? undefined : (JSON.parse(found.body) as object);
  });
}
