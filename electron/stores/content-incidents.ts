import type { ContentIncident } from '../../core/domain/rollouts/content-incident.ts';

const HOUR_MS = 3_600_000;
/** Enough to make a roll-out hold itself, and far less than what a page that ends again and again would write. */
export const MOST_AN_HOUR = 5;

/** Writes down what content may have brought about. */
export type KeepContentIncident = (code: ContentIncident, detail: string) => void;

/**
 * Hands on incidents to `record`, of each code so many an hour at most: a fault that repeats must not fill the store. A picture that is
 * damaged is one fault of one disk, however many visitors ask for it, so each `detail` of those goes in once.
 */
export function keepContentIncidents(
  record: (code: ContentIncident, detail: string) => void,
  now: () => Date,
): KeepContentIncident {
  const kept = new Map<ContentIncident, readonly number[]>();
  const pictures = new Set<string>();
  return (code, detail) => {
    const at = now().getTime();
    // A clock that was put back leaves times that are still to come: they hold nothing up.
    const last = (kept.get(code) ?? []).filter((each) => each > at - HOUR_MS && each <= at);
    if (last.length >= MOST_AN_HOUR || pictures.has(detail)) return;
    if (code === 'picture-damaged') pictures.add(detail);
    kept.set(code, [...last, at]);
    record(code, detail);
  };
}
