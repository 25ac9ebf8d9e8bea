import { hourOf } from '../../../core/contract/sync/count.ts';
import type { WriteDb } from '../../open.ts';
import { type Act, recordAct } from '../audit.ts';

type HandoverAct = Extract<Act, `handover-${string}`>;

/** When it was done, and the key that seals the audit log. */
export type Sealing = { readonly now: Date; readonly key: Uint8Array | undefined };

/** The same, and the id of who did it; null for the device itself. */
export type HandoverBy = Sealing & { readonly person: string | null };

/** So many letters of its id name a handover in the log: enough to tell it from others, as long as it is known here. */
const LETTERS = 8;

/**
 * Writes in the audit log that something was done with a handover: the hour, who, and the first letters of its id. No partner, no code,
 * nothing of the visitor: the log is kept, and a handover is forgotten. Call it in the transaction that does it. Throws SqliteError.
 */
export function recordHandover(
  db: WriteDb,
  act: HandoverAct,
  id: string,
  { now, person, key }: HandoverBy,
): void {
  recordAct(db, { at: hourOf(now), act, person, detail: id.slice(0, LETTERS) }, key);
}
