/** What the order needs to know of a service. `opening` is null when no hours are known. */
type Offered = {
  readonly opening:
    | { readonly state: 'open' }
    | { readonly state: 'closed'; readonly opens: { readonly date: string; readonly time: string } | null }
    | null;
};

/**
 * Services for somebody who wants help now: those that are open, then those that open soonest, then those of which
 * nobody knows when. Within each, the order in which they came.
 */
export function soonestFirst<T extends Offered>(services: readonly T[]): T[] {
  const ranked = services.map((service) => ({ service, rank: rankOf(service) }));
  return ranked
    .sort((one, other) => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0))
    .map(({ service }) => service);
}

/** Figures before letters: what is open, a day and time, and what is not known. */
function rankOf({ opening }: Offered): string {
  if (opening?.state === 'open') return '';
  const opens = opening?.opens ?? null;
  return opens === null ? 'unknown' : `${opens.date} ${opens.time}`;
}
