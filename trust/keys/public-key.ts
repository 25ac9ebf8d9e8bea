import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { PublicKey } from '../../core/contract/repository/metadata.ts';

/** The public half of an ed25519 key, the way TUF metadata holds it. */
export function publicKeyOf(key: KeyObject): PublicKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
  };
}

/** The id of a key: SHA-256 of the key in canonical JSON (TUF specification 4.2). */
export function keyIdOf({ keytype, scheme, keyval }: PublicKey): string {
  const canonical = `{"keytype":"${keytype}","keyval":{"public":"${keyval.public}"},"scheme":"${scheme}"}`;
  return createHash('sha256').update(canonical).digest('hex');
}
