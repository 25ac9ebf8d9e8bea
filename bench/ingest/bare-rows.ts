import type { MadeBatch } from './made-batches.ts';

/** The values of the rows that a batch becomes, in the order of their columns, as bare inserts take them. */
export type BareRows = {
  /** One of `batches`: device, id, library, received_at, starts, incidents. */
  readonly batch: readonly (string | number)[];
  /** Those of `items`: device, id, library, branch, seq, hour, type, body, received_at. */
  readonly items: readonly (readonly (string | number)[])[];
};

/** What the server writes of a batch, made before a clock starts. */
export function bareRowsOf({ batch: { device, batch, health, items } }: MadeBatch): BareRows {
  const now = new Date().toISOString();
  return {
    batch: [device, batch, 'delft', now, health.starts, JSON.stringify(health.incidents)],
    items: items.map(({ id, seq, at, type, body }) => [
      ...[device, id, 'delft', 'hal', seq, at, type],
      ...[JSON.stringify(body), now],
    ]),
  };
}
