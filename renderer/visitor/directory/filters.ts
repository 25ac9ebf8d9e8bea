import type { ServiceFilters } from '../../../core/contract/directory.ts';

/** What services are chosen by. A category comes with the way here, from an outcome; it can be let go like the others. */
export type FilterKey = keyof ServiceFilters;
/** One choice: what by, and which value (`true` for what is only yes). */
export type Choice = { readonly key: FilterKey; readonly value: string | true };

const ORDER: readonly FilterKey[] = [
  'category',
  'topic',
  'openNow',
  'free',
  'wheelchair',
  'language',
  'neighbourhood',
];

/** The choices that are made, always in the same order. */
export function choicesIn(filters: ServiceFilters): Choice[] {
  return ORDER.flatMap((key) => {
    const value = filters[key];
    return value === undefined ? [] : [{ key, value }];
  });
}

/** The filters without one of them. */
export function without(filters: ServiceFilters, key: FilterKey): ServiceFilters {
  const { [key]: _, ...rest } = filters;
  return rest;
}

/** The filters after a press on a choice: made, or let go when it was made already. */
export function pressed(filters: ServiceFilters, { key, value }: Choice): ServiceFilters {
  return filters[key] === value ? without(filters, key) : { ...filters, [key]: value };
}
