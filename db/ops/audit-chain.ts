import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A line of the audit log. `person`: the id of who did it; `at`: ISO 8601; `prev` and `hash`: SHA-256 in hexadecimal. */
export type AuditLine = {
  readonly seq: number;
  readonly at: string;
  readonly act: string;
  readonly person: string | null;
  readonly detail: string;
  readonly prev: string;
  readonly hash: string;
};

/** Where the log ends, and the seal over that; none when it was written without a key. */
export type AuditHead = { readonly seq: number; readonly hash: string; readonly seal: string | null };

/** What the first line carries in place of the hash of the one before. */
export const FIRST_PREV = '0'.repeat(64);

/** The hash of a line: over all that it says, its number, and the hash of the line before. */
export function hashOfLine({ seq, at, act, person, detail, prev }: Omit<AuditLine, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, act, person, detail, prev]))
    .digest('hex');
}

/**
 * The seal of the last line. Anybody who can write in the store can make a chain of hashes anew, or cut its end; the seal takes the key
 * of this device, which is not in the store (`pin.key`).
 */
export function sealOf({ seq, hash }: Omit<AuditHead, 'seal'>, key: Uint8Array): string {
  const own = hkdfSync('sha256', key, '', 'balie audit', 32);
  return createHmac('sha256', Buffer.from(own)).update(`${seq}:${hash}`).digest('hex');
}

/** Is this the seal of the head? */
export function isSealed(head: AuditHead, key: Uint8Array): boolean {
  const [mine, found] = [Buffer.from(sealOf(head, key)), Buffer.from(head.seal ?? '')];
  return mine.length === found.length && timingSafeEqual(mine, found);
}
