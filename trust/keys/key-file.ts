import { z } from 'zod';
import { PublicKey } from '../../core/contract/repository/metadata.ts';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { TrustError } from '../trust-error.ts';
import { keyIdOf } from './public-key.ts';

const Base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** A private key that only opens with its passphrase: scrypt (RFC 7914) makes a key of that, AES-256-GCM uses it. */
const Encrypted = z.strictObject({
  kdf: z.literal('scrypt'),
  /** scrypt's N; memory is 1024 times this, so a file cannot ask for more than a computer has. */
  cost: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  salt: Base64,
  cipher: z.literal('aes-256-gcm'),
  iv: Base64,
  tag: Base64,
  data: Base64,
});

const common = { format: z.literal(1), key: PublicKey };

/** What a key is for. The server signs unattended, so its two keys lie on it as they are. */
export const KeyFile = z.discriminatedUnion('for', [
  z.strictObject({ ...common, for: z.literal('root'), encrypted: Encrypted }),
  z.strictObject({ ...common, for: z.literal('publisher'), library: LibraryId, encrypted: Encrypted }),
  z.strictObject({ ...common, for: z.literal('snapshot'), private: Base64 }),
  z.strictObject({ ...common, for: z.literal('timestamp'), private: Base64 }),
]);
export type KeyFile = z.infer<typeof KeyFile>;
export type KeyPurpose = KeyFile['for'];

/** The half of a key that may be shown to anybody: what a new holder sends to those who hold the root keys. */
export const PublicKeyFile = z.strictObject({
  ...common,
  for: z.enum(['root', 'publisher', 'snapshot', 'timestamp']),
  library: LibraryId.optional(),
  id: z.string(),
});
export type PublicKeyFile = z.infer<typeof PublicKeyFile>;

/** The public half of a key file. */
export function publicHalf(file: KeyFile): PublicKeyFile {
  return {
    format: 1,
    for: file.for,
    ...(file.for === 'publisher' ? { library: file.library } : {}),
    id: keyIdOf(file.key),
    key: file.key,
  };
}

/** Reads the text of a key file. Throws TrustError, without a word of what is in the file. */
export function readKeyFile(text: string, name: string): KeyFile {
  return parse(KeyFile, text, name, 'no key file of Balie');
}

/** Reads the text of a public key file. Throws TrustError when its id is not that of its key: somebody changed one of them. */
export function readPublicKeyFile(text: string, name: string): PublicKeyFile {
  const file = parse(PublicKeyFile, text, name, 'no public key file of Balie (NAME.public.json)');
  if (file.id !== keyIdOf(file.key))
    throw new TrustError(`The id in "${name}" is not that of its key. Ask the holder for the file again.`);
  return file;
}

function parse<T>(schema: z.ZodType<T>, text: string, name: string, what: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new TrustError(`"${name}" is ${what}, or it is damaged. Take the right one, or its copy.`);
  }
}

/** What the encryption binds: the key file cannot be given another purpose or library. */
export function boundTo(file: Pick<KeyFile, 'for' | 'key'> & { readonly library?: string }): string {
  return `balie key 1\n${file.for}\n${file.library ?? ''}\n${keyIdOf(file.key)}`;
}
