import { sql, type Transaction } from 'kysely';
import { printable } from '../store/printable.ts';
import { rowsFrom } from '../store/rows-from.ts';
import type { DatabaseKind, DeviceRow, Tables } from '../store/tables.ts';
import type { Heard } from './arrival.ts';
import { packsTold } from './packs-told.ts';

type Health = Pick<
  DeviceRow,
  | 'id'
  | 'last_contact'
  | 'app_version'
  | 'clock_skew_ms'
  | 'backlog'
  | 'free_bytes'
  | 'packs'
  | 'packs_none_since'
  | 'last_seq'
  | 'health_seq'
>;

/** Notes which devices were heard just now, and how they fare by the newest batch of each. */
export async function keepHealth(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  heard: readonly Heard[],
): Promise<void> {
  const rows = heard.map(healthOf);
  await sql`
    UPDATE devices SET
      last_contact = new.last_contact, app_version = new.app_version, clock_skew_ms = new.clock_skew_ms,
      backlog = new.backlog, free_bytes = new.free_bytes, packs = new.packs, packs_none_since = new.packs_none_since,
      last_seq = new.last_seq, health_seq = new.health_seq
    FROM ${rowsFrom<Health>(kind, COLUMNS, rows)} WHERE devices.id = new.id
  `.execute(trx);
}

function healthOf({ device, batch: { health, items }, now, way }: Heard): Health {
  const { id, app_version, clock_skew_ms, backlog, free_bytes, packs, packs_none_since, health_seq } = device;
  const byStick = way === 'stick';
  // A stick says nothing of today, nor does an older batch that comes again: whoever had that stick can send it. A device that fell
  // silent is still silent.
  const isOld = health_seq !== null && health.seq < health_seq;
  const last_contact = byStick || isOld ? device.last_contact : now.toISOString();
  const last_seq = items.reduce((most, { seq }) => Math.max(most, seq), device.last_seq);
  // What comes late, by stick or sent again, is no news of how it fares.
  if (health_seq !== null && health.seq <= health_seq) {
    // Batches that went along on one stick tell how much waits after each of them.
    const waits = health.seq === health_seq ? Math.min(backlog ?? health.backlog, health.backlog) : backlog;
    return {
      id,
      last_contact,
      app_version,
      clock_skew_ms,
      backlog: waits,
      free_bytes,
      packs,
      packs_none_since,
      last_seq,
      health_seq,
    };
  }
  return {
    id,
    last_contact,
    app_version: printable(health.appVersion),
    clock_skew_ms: byStick ? clock_skew_ms : Date.parse(health.clock) - now.getTime(),
    backlog: health.backlog,
    free_bytes: health.freeBytes,
    ...packsTold(device, health, now),
    last_seq,
    health_seq: health.seq,
  };
}

const COLUMNS = {
  text: ['id', 'last_contact', 'app_version', 'packs', 'packs_none_since'],
  bigint: ['clock_skew_ms', 'backlog', 'free_bytes', 'last_seq', 'health_seq'],
} as const;
