import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { LibraryId } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { encryptKey, SCRYPT_COST } from './encrypt-key.ts';
import { boundTo, type KeyFile } from './key-file.ts';
import { type SigningKey, signingKey } from './open-key.ts';
import { publicKeyOf } from './public-key.ts';

/** NIST SP 800-63B asks for 15 characters where a passphrase is all that is asked. */
export const LEAST_PASSPHRASE = 15;

/** What a new key is for, and what it is kept with. */
export type KeyWanted =
  | { readonly for: 'snapshot' | 'timestamp' }
  | { readonly for: 'root'; readonly passphrase: string }
  | { readonly for: 'publisher'; readonly library: LibraryId; readonly passphrase: string };

/**
 * Makes a key pair, as the file that keeps it. `cost` is that of guessing the passphrase.
 * Throws TrustError when the passphrase is too short.
 */
export async function makeKey(wanted: KeyWanted, cost = SCRYPT_COST): Promise<KeyFile> {
  return (await makeOpenKey(wanted, cost)).file;
}

/** The same, with the key open to sign with: opening it by its passphrase takes as long as making it. */
export async function makeOpenKey(
  wanted: KeyWanted,
  cost = SCRYPT_COST,
): Promise<{ file: KeyFile; key: SigningKey }> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = await fileOf(privateKey, wanted, cost);
  return { file, key: signingKey(privateKey, file) };
}

async function fileOf(privateKey: KeyObject, wanted: KeyWanted, cost: number): Promise<KeyFile> {
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  const key = publicKeyOf(privateKey);
  if (!('passphrase' in wanted))
    return { format: 1, for: wanted.for, key, private: secret.toString('base64') };
  const { passphrase } = wanted;
  if (passphrase.length < LEAST_PASSPHRASE)
    throw new TrustError(
      `A passphrase has at least ${LEAST_PASSPHRASE} characters. Five words that do not belong together are good.`,
    );
  const encrypted = await encryptKey(secret, passphrase, boundTo({ ...wanted, key }), cost);
  return wanted.for === 'root'
    ? { format: 1, for: wanted.for, key, encrypted }
    : { format: 1, for: wanted.for, library: wanted.library, key, encrypted };
}
