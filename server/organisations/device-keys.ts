import type { KeyObject } from 'node:crypto';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import type { DeviceRow } from '../store/tables.ts';

/** So many keys are kept ready: as many as an instance may hear of in some minutes. */
const MOST_READY = 20_000;
const ready = new Map<string, KeyObject>();

/** The key that signatures of a device are checked with. To read one takes as long as to check with it, so it is kept. */
export function keyOf({ public_key }: Pick<DeviceRow, 'public_key'>): KeyObject {
  const known = ready.get(public_key);
  if (known !== undefined) return known;
  const key = publicDeviceKey(public_key);
  if (ready.size >= MOST_READY) ready.clear();
  ready.set(public_key, key);
  return key;
}
