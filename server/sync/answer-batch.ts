import type { KeyObject } from 'node:crypto';
import { type Acknowledgement, Batch, type Refusal } from '../../core/contract/sync/batch.ts';
import {
  ACKNOWLEDGEMENT_KIND,
  BATCH_KIND,
  REVOCATION_KIND,
  SERVER_SIGNER,
} from '../../core/contract/sync/kinds.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import type { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Way } from './arrival.ts';
import { heardFrom, type SignedBytes } from './heard-from.ts';
import { revoked } from './sender-of.ts';
import { takeBatch } from './take-batch.ts';

/** The answer to a batch that was taken in. */
export type Answered = SignedBytes & { readonly acknowledgement: Acknowledgement };

/**
 * Takes in a signed batch, however it came: the bytes as they came and the signature beside them. Nothing of the bytes is read before the
 * signature holds. Throws RefusedError, and the error of the database; then nothing was taken.
 */
export async function answerBatch(
  store: ServerStore,
  serverKey: KeyObject,
  sent: SignedBytes,
  now: Date,
  way: Way = 'network',
): Promise<Answered> {
  const { device, said: batch } = await heardFrom(store, sent, BATCH_KIND, Batch);
  const taken = await takeBatch(store, batch, now, way);
  if (taken === undefined) throw revoked(device.id);
  const acknowledgement: Acknowledgement = {
    device: device.id,
    batch: batch.batch,
    state: 'approved',
    clock: now.toISOString(),
    healthSeq: taken.healthSeq,
    items: [...taken.items],
  };
  return { acknowledgement, ...signed(acknowledgement, serverKey, ACKNOWLEDGEMENT_KIND) };
}

/** That a device is revoked, signed by the server: it ends its counting, so nobody in between may say so. */
export function signRevocation({ message, device }: RefusedError, serverKey: KeyObject): SignedBytes {
  const refusal = { why: 'revoked', message, device } satisfies Partial<Refusal>;
  return signed(refusal, serverKey, REVOCATION_KIND);
}

function signed(value: object, serverKey: KeyObject, kind: string): SignedBytes {
  const bytes = Buffer.from(JSON.stringify(value));
  return { bytes, signature: signDetached(bytes, serverKey, SERVER_SIGNER, kind) };
}
