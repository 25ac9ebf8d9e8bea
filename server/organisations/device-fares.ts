import type { DeviceList, DeviceOnPage } from '../../core/contract/administration/devices.ts';
import { DeviceHealth } from '../../core/contract/sync/batch.ts';
import type { AlertRules } from '../../core/domain/alerts/alert-rules.ts';
import { offeredTo } from '../../core/domain/alerts/offered-to.ts';
import { type DeviceConcern, deviceConcerns } from '../../core/domain/device-concerns.ts';
import { deviceFacts, packsOf } from '../alerts/device-facts.ts';
import { readAway } from '../alerts/note-look.ts';
import { readHours } from '../alerts/read-hours.ts';
import { readRollouts } from '../alerts/read-rollouts.ts';
import { readSeen } from '../alerts/seen-versions.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';
import { listDevices } from './devices.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So many starts are told of at most: whoever stole the key of a device may say numbers of which the sum is no whole number any more. */
const MOST_STARTS = 1_000_000;

/** The branches of a library and its devices, with how each fares; those that wait first, revoked ones last. */
export async function deviceFares(
  store: ServerStore,
  library: string,
  rules: AlertRules,
  now: Date,
): Promise<DeviceList> {
  const branches = await store.db
    .selectFrom('branches')
    .select(['id', 'name'])
    .where('library', '=', library)
    .orderBy('name')
    .execute();
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  const lived = await livedThrough(store, library, new Date(now.getTime() - DAY_MS));
  const judge = await concernsOf(store, library, rules, now);
  const devices: DeviceOnPage[] = [];
  for (const row of await listDevices(store, library))
    devices.push({
      ...onPage(row, names.get(row.branch) ?? row.branch, lived.get(row.id)),
      concerns: row.state === 'approved' ? await judge(row) : [],
    });
  const order = { waiting: 0, approved: 1, revoked: 2 } as const;
  return {
    now: now.toISOString(),
    branches,
    devices: devices.sort((one, other) => order[one.state] - order[other.state]),
  };
}

type Lived = { starts: number; readonly incidents: Set<string> };

async function livedThrough(
  { db }: ServerStore,
  library: string,
  since: Date,
): Promise<ReadonlyMap<string, Lived>> {
  const batches = await db
    .selectFrom('batches')
    .select(['device', 'starts', 'incidents'])
    .where('library', '=', library)
    .where('received_at', '>', since.toISOString())
    .execute();
  const lived = new Map<string, Lived>();
  for (const { device, starts, incidents } of batches) {
    const found = lived.get(device) ?? { starts: 0, incidents: new Set() };
    found.starts = Math.min(found.starts + starts, MOST_STARTS);
    for (const code of DeviceHealth.shape.incidents.parse(JSON.parse(incidents))) found.incidents.add(code);
    lived.set(device, found);
  }
  return lived;
}

/** What is wrong with a device, as the alerts find it. */
async function concernsOf(
  store: ServerStore,
  library: string,
  rules: AlertRules,
  now: Date,
): Promise<(row: DeviceRow) => Promise<DeviceConcern[]>> {
  const [hoursOf, away] = [await readHours(store), await readAway(store.db, now)];
  const plansOf = await readRollouts(store);
  const seen = await readSeen(store);
  const open = await store.db
    .selectFrom('alerts')
    .select(['subject', 'kind'])
    .where('library', '=', library)
    .where('closed_at', 'is', null)
    .execute();
  return async (row) => {
    const known = new Set(open.filter(({ subject }) => subject === row.id).map(({ kind }) => kind));
    const fare = { clockSkewMs: row.clock_skew_ms, backlog: row.backlog };
    const facts = await deviceFacts(store, row, { hoursOf, away }, known, now);
    const { packs } = facts;
    const offered = offeredTo({ id: row.id, packs }, seen, plansOf(library, row.branch), now.getTime());
    return deviceConcerns(facts, fare, offered, rules, now.getTime());
  };
}

function onPage(row: DeviceRow, branch: string, lived: Lived | undefined): Omit<DeviceOnPage, 'concerns'> {
  return {
    id: row.id,
    branch: { id: row.branch, name: branch },
    profile: row.profile,
    state: row.state,
    appVersion: row.app_version,
    enrolledAt: row.enrolled_at,
    lastContact: row.last_contact,
    clockSkewMs: row.clock_skew_ms,
    backlog: row.backlog,
    freeBytes: row.free_bytes,
    packs: packsOf(row),
    starts: lived?.starts ?? 0,
    incidents: [...(lived?.incidents ?? [])],
  };
}
