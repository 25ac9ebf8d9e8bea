import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { DeviceKey } from '../../core/contract/sync/device.ts';

/** A new Ed25519 key of a device or a server; `text` is what its file holds (PKCS #8, PEM). */
export function makeDeviceKey(): { readonly key: KeyObject; readonly text: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { key: privateKey, text: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
}

/** The key in such a text. Throws when there is none of this kind in it. */
export function openDeviceKey(text: string): KeyObject {
  const key = createPrivateKey(text);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('This is no Ed25519 key.');
  return key;
}

/** The half of a private key that others may know. */
export function deviceKeyOf(key: KeyObject): DeviceKey {
  return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}

/** The key to check signatures with. Throws when the text is no key. */
export function publicDeviceKey(x: DeviceKey): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
