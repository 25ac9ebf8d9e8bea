import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { PublicKey } from '../../core/contract/repository/metadata.ts';
import { TrustError } from '../trust-error.ts';
import { decryptKey } from './encrypt-key.ts';
import { boundTo, type KeyFile, type KeyPurpose } from './key-file.ts';
import { keyIdOf, publicKeyOf } from './public-key.ts';

/** A key that can sign. */
export type SigningKey = {
  readonly for: KeyPurpose;
  /** The library of a publisher's key. */
  readonly library?: string;
  readonly id: string;
  readonly key: PublicKey;
  /** The signature of these bytes, in hexadecimal. */
  readonly sign: (bytes: Buffer) => string;
};

/** Opens a key file; `passphrase` is asked for only when there is one. Throws TrustError when it does not open. */
export async function openKey(
  file: KeyFile,
  name: string,
  passphrase: () => Promise<string>,
): Promise<SigningKey> {
  const secret =
    'private' in file
      ? Buffer.from(file.private, 'base64')
      : await decryptKey(file.encrypted, await passphrase(), boundTo(file));
  if (secret === undefined)
    throw new TrustError(`"${name}" does not open with this passphrase. Try again, or take its copy.`);
  const key = signingKey(createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' }), file);
  if (key.id !== keyIdOf(file.key))
    throw new TrustError(`The two halves of "${name}" do not belong together. Take its copy.`);
  return key;
}

/** A private key, as what signs with it. */
export function signingKey(
  key: KeyObject,
  { for: purpose, library }: { readonly for: KeyPurpose; readonly library?: string },
): SigningKey {
  const half = publicKeyOf(key);
  return {
    for: purpose,
    ...(library === undefined ? {} : { library }),
    id: keyIdOf(half),
    key: half,
    sign: (bytes) => sign(null, bytes, key).toString('hex'),
  };
}
