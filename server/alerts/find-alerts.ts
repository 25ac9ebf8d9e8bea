import type { AlertFinding, AlertKind } from '../../core/domain/alerts/alert.ts';
import type { AlertRules } from '../../core/domain/alerts/alert-rules.ts';
import type { Away } from '../../core/domain/alerts/away.ts';
import { judgeDevice, type SeenVersion } from '../../core/domain/alerts/judge-device.ts';
import { judgeExpiry } from '../../core/domain/alerts/judge-expiry.ts';
import { offeredTo } from '../../core/domain/alerts/offered-to.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { AlertRow } from './alert-tables.ts';
import { deviceFacts } from './device-facts.ts';
import { expiriesToTell } from './expiries-to-tell.ts';
import type { HoursOf } from './read-hours.ts';
import type { Published } from './read-published.ts';
import { readRollouts } from './read-rollouts.ts';

/** The subject of what a library publishes, or has published for it, as against the id of a device. */
export const REPOSITORY_SUBJECT = 'repository';

/** The subject of what the server did not count of what its devices sent. */
const SET_ASIDE_SUBJECT = 'quarantine';

/** Something to warn a library of. */
export type Found = Pick<AlertRow, 'library' | 'subject' | 'device'> & { readonly finding: AlertFinding };

/** What it takes to find it. */
export type FindPlan = {
  readonly rules: AlertRules;
  readonly published: Published;
  /** The versions that there are, of each pack all. */
  readonly seen: readonly SeenVersion[];
  readonly hoursOf: HoursOf;
  readonly away: readonly Away[];
};

/** All that is wrong now, at every library. `open`: the alerts that are open. Throws the error of the database. */
export async function findAlerts(
  store: ServerStore,
  { rules, published, seen, hoursOf, away }: FindPlan,
  open: readonly AlertRow[],
  now: Date,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const [library, expiries] of await expiriesToTell(store, published.expiries)) {
    const finding = judgeExpiry(expiries, rules, now.getTime());
    if (finding !== undefined) found.push({ library, subject: REPOSITORY_SUBJECT, device: null, finding });
  }
  for (const { library, number } of await store.db
    .selectFrom('quarantine')
    .select(['library', ({ fn }) => fn.countAll<string | number>().as('number')])
    .groupBy('library')
    .execute()) {
    const finding = { kind: 'set-aside' as const, number: Number(number) };
    found.push({ library, subject: SET_ASIDE_SUBJECT, device: null, finding });
  }
  const plansOf = await readRollouts(store);
  const devices = await store.db
    .selectFrom('devices')
    .selectAll()
    .where('state', '=', 'approved')
    .orderBy('id')
    .execute();
  for (const device of devices) {
    const known = new Set<AlertKind>(
      open.filter(({ subject }) => subject === device.id).map(({ kind }) => kind),
    );
    const facts = await deviceFacts(store, device, { hoursOf, away }, known, now);
    const { id, library, branch } = device;
    const offered = offeredTo({ id, packs: facts.packs }, seen, plansOf(library, branch), now.getTime());
    for (const finding of judgeDevice(facts, offered, rules, now.getTime()))
      found.push({ library, subject: id, device: id, finding });
  }
  return found;
}
