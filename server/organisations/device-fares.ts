import type { DeviceList, DeviceOnPage } from '../../core/contract/administration/devices.ts';
import { DeviceHealth } from '../../core/contract/sync/batch.ts';
import { deviceConcerns } from '../../core/domain/device-concerns.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';
import { listDevices } from './devices.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The branches of a library and its devices, with how each fares; those that wait first, revoked ones last. */
export async function deviceFares(store: ServerStore, library: string, now: Date): Promise<DeviceList> {
  const branches = await store.db
    .selectFrom('branches')
    .select(['id', 'name'])
    .where('library', '=', library)
    .orderBy('name')
    .execute();
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  const lived = await livedThrough(store, library, new Date(now.getTime() - DAY_MS));
  const devices = (await listDevices(store, library)).map((row) =>
    onPage(row, names.get(row.branch) ?? row.branch, lived.get(row.id), now),
  );
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
    found.starts += starts;
    for (const code of DeviceHealth.shape.incidents.parse(JSON.parse(incidents))) found.incidents.add(code);
    lived.set(device, found);
  }
  return lived;
}

function onPage(row: DeviceRow, branch: string, lived: Lived | undefined, now: Date): DeviceOnPage {
  const { last_contact, clock_skew_ms, backlog, free_bytes } = row;
  const starts = lived?.starts ?? 0;
  const fare = { clockSkewMs: clock_skew_ms, backlog, freeBytes: free_bytes, starts };
  const lastContact = last_contact === null ? undefined : Date.parse(last_contact);
  return {
    id: row.id,
    branch: { id: row.branch, name: branch },
    profile: row.profile,
    state: row.state,
    appVersion: row.app_version,
    enrolledAt: row.enrolled_at,
    lastContact: last_contact,
    ...fare,
    packs: DeviceHealth.shape.packs.parse(JSON.parse(row.packs)),
    incidents: [...(lived?.incidents ?? [])],
    concerns: row.state === 'approved' ? deviceConcerns({ ...fare, lastContact }, now.getTime()) : [],
  };
}
