import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { KeyFile } from './key-file.ts';

type Encrypted = Extract<KeyFile, { for: 'root' }>['encrypted'];

/** scrypt's N: 128 MB and about half a second for every guess. */
export const SCRYPT_COST = 2 ** 17;

/** Encrypts a private key with a passphrase. What stands beside it in the file (`about`) cannot be changed afterwards. */
export async function encryptKey(
  secret: Buffer,
  passphrase: string,
  about: string,
  cost: number,
): Promise<Encrypted> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), iv);
  cipher.setAAD(Buffer.from(about));
  const data = Buffer.concat([cipher.update(secret), cipher.final()]);
  const base64 = (bytes: Buffer) => bytes.toString('base64');
  return {
    kdf: 'scrypt',
    cost,
    salt: base64(salt),
    cipher: 'aes-256-gcm',
    iv: base64(iv),
    tag: base64(cipher.getAuthTag()),
    data: base64(data),
  };
}

/** The private key, or undefined when the passphrase is another one or anything in the file was changed. */
export async function decryptKey(
  { cost, salt, iv, tag, data }: Encrypted,
  passphrase: string,
  about: string,
): Promise<Buffer | undefined> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const key = await stretch(passphrase, bytes(salt), cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(data)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function stretch(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: 8, p: 1, maxmem: 128 * cost * 8 * 2 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
