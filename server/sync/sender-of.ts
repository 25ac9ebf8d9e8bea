import { DeviceId } from '../../core/contract/sync/device.ts';
import { signerOf, verifyDetachedAside } from '../../trust/jws/detached-jws.ts';
import { RefusedError } from '../http/refusal.ts';
import { keyOf } from '../organisations/device-keys.ts';
import { findDevice } from '../organisations/devices.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DeviceRow } from '../store/tables.ts';

/**
 * The approved device that signed these bytes, as something of this kind. One answer for all that is wrong with a signature, and for an
 * unknown device. Throws RefusedError.
 */
export async function senderOf(
  store: ServerStore,
  body: Buffer,
  jws: string,
  kind: string,
): Promise<DeviceRow> {
  const signer = DeviceId.safeParse(signerOf(jws, kind));
  const device = signer.success ? await findDevice(store, signer.data) : undefined;
  if (device === undefined || !(await verifyDetachedAside(body, jws, keyOf(device), kind)))
    throw new RefusedError(
      'bad-signature',
      'The signature is not one of a device of this server over this body.',
    );
  if (device.state === 'revoked') throw revoked(device.id);
  if (device.state === 'waiting')
    throw new RefusedError('not-approved', 'This device waits until somebody at the library approves it.');
  return device;
}

/** What a device hears that was revoked. */
export function revoked(device: string): RefusedError {
  return new RefusedError('revoked', 'This device was revoked. It enrols again with a new code.', device);
}
