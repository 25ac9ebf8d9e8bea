import { type DeviceHealth, PACKS_UNREAD } from '../../core/contract/sync/batch.ts';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import type { DeviceRow } from '../store/tables.ts';

/** A device that says for so long that it follows none does. Until then it may be that it could not read which. */
export const NONE_DAYS = 30;

/** The packs of a device, and since when it says that it follows none. */
type Packs = Pick<DeviceRow, 'packs' | 'packs_none_since'>;

/**
 * What is known of the packs of a device after what it tells of them. An older version of the app tells none also when it could not read
 * which it follows, or what it shows: so what it named last stays for a time (decision 30).
 */
export function packsTold(
  { packs, packs_none_since }: Packs,
  told: Pick<DeviceHealth, 'packs' | 'incidents'>,
  now: Date,
): Packs {
  if (told.packs.length > 0) return { packs: JSON.stringify(told.packs), packs_none_since: null };
  if (packs === '[]' || told.incidents.includes(PACKS_UNREAD)) return { packs, packs_none_since: null };
  const at = now.toISOString();
  // A clock that was once ahead puts nothing off.
  const since = packs_none_since !== null && packs_none_since < at ? packs_none_since : at;
  if (now.getTime() - Date.parse(since) >= NONE_DAYS * DAY_MS) return { packs: '[]', packs_none_since: null };
  return { packs, packs_none_since: since };
}
