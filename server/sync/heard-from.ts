import type { z } from 'zod';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';
import { senderOf } from './sender-of.ts';

/** Bytes, and the detached signature over them. */
export type SignedBytes = { readonly bytes: Buffer; readonly signature: string };

/**
 * What an approved device said, and which it is: it signed it as something of this kind. Nothing of the bytes is read before the
 * signature holds. Throws RefusedError: as `senderOf` does, when the bytes are not as the contract has them, and when they name another
 * device than the one that signed them.
 */
export async function heardFrom<T extends { readonly device: string }>(
  store: ServerStore,
  { bytes, signature }: SignedBytes,
  kind: string,
  contract: z.ZodType<T>,
): Promise<{ readonly device: DeviceRow; readonly said: T }> {
  const device = await senderOf(store, bytes, signature, kind);
  const said = contract.safeParse(jsonIn(bytes));
  if (!said.success) throw new RefusedError('bad-request', 'The body is not as /docs describes it.');
  if (said.data.device !== device.id)
    throw new RefusedError('not-allowed', 'This names another device than the one that signed it.');
  return { device, said: said.data };
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
