import { type Month, monthBefore } from '../../core/domain/report/month.ts';

/**
 * Through which month all is told of a library: the newest that was published, and at least the one before it came to this server. Nothing
 * of it was counted before that: a device whose clock says so is wrong, and what it brings is told in the first month that is open, as
 * what comes late is. `made`: when it came, in ISO 8601.
 */
export function closedThrough(made: string, published: Month | null | undefined): Month {
  const before = monthBefore(made.slice(0, 7));
  return published != null && published > before ? published : before;
}
