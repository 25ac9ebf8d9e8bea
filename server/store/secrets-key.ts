import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { keepFile } from './keep-file.ts';
import type { Tables } from './tables.ts';

/** Beside the database, never in it: who has a dump has no codes. Instances of one PostgreSQL have the same file. */
export const SECRETS_FILE = 'secrets.key';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What a sealed text begins with; a secret in base32 has no dot. */
const SEALED = 'v1.';
/** A row of `server_keys` by which a server knows the key that its database was sealed with. */
const CHECK = 'secrets-check';

/** The database, and the folder of what is beside it. */
type Place = { readonly db: Kysely<Tables>; readonly data: string };

/** The key of this server is not the one with which its database was sealed. The message says what to do. */
export class SecretsKeyError extends Error {}

/** Locks texts that the server must read again, and those that it must only know again. None throws anything for what it made itself. */
export type SecretsKey = {
  /** `of`: whose it is. Put beside somebody else it does not open. */
  readonly seal: (secret: string, of: string) => string;
  /** Throws SecretsKeyError for what was sealed with another key, for somebody else, or changed. */
  readonly open: (sealed: string, of: string) => string;
  /** Always the same for a text. Who has it, and not the key, cannot try out which text it was. `of`: what it is for. */
  readonly blind: (text: string, of: string) => string;
};

/**
 * The key of the file beside the store, made at the first start, for the account of the server alone. Throws SecretsKeyError when the
 * database was sealed with another one, and the error of the disk or the database.
 */
export async function openSecretsKey(store: Place): Promise<SecretsKey> {
  const file = join(store.data, SECRETS_FILE);
  const check = await readCheck(store);
  const key = readKey(file) ?? (check === undefined ? makeKey(file) : undefined);
  const wrong = () =>
    new SecretsKeyError(
      `${file} is not the key with which the secrets in the database were sealed. Copy it from the back-up, or from the other server that uses this database.`,
    );
  if (key === undefined) throw wrong();
  const secrets = lock(key, wrong);
  if (check === undefined) await keepCheck(store, secrets.seal('balie', CHECK));
  // Of two servers that start at this moment one has the key.
  secrets.open((await readCheck(store)) ?? '', CHECK);
  await sealOld(store, secrets);
  return secrets;
}

function lock(key: Buffer, wrong: () => SecretsKeyError): SecretsKey {
  return {
    seal: (secret, of) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(of));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (text, of) => {
      const bytes = Buffer.from(text.slice(SEALED.length), 'base64url');
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(of))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw wrong();
      }
    },
    blind: (text, of) =>
      createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', `balie ${of}`, 32)))
        .update(text)
        .digest('hex'),
  };
}

function readKey(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeKey(file: string): Buffer | undefined {
  keepFile(file, `${randomBytes(32).toString('base64url')}\n`);
  return readKey(file);
}

async function readCheck({ db }: Pick<Place, 'db'>): Promise<string | undefined> {
  const row = await db.selectFrom('server_keys').select('pem').where('name', '=', CHECK).executeTakeFirst();
  return row?.pem;
}

async function keepCheck({ db }: Pick<Place, 'db'>, pem: string): Promise<void> {
  await db
    .insertInto('server_keys')
    .values({ name: CHECK, pem })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Seals what an older version kept as it was. */
async function sealOld({ db }: Pick<Place, 'db'>, { seal }: SecretsKey): Promise<void> {
  const accounts = await db
    .selectFrom('accounts')
    .select(['id', 'totp_secret'])
    .where('totp_secret', 'is not', null)
    .where('totp_secret', 'not like', `${SEALED}%`)
    .execute();
  for (const { id, totp_secret } of accounts)
    await db
      .updateTable('accounts')
      .set({ totp_secret: seal(String(totp_secret), id) })
      .where('id', '=', id)
      .where('totp_secret', '=', totp_secret)
      .execute();
  const invitations = await db
    .selectFrom('invitations')
    .select(['hash', 'account', 'totp_secret'])
    .where('totp_secret', 'not like', `${SEALED}%`)
    .execute();
  for (const { hash, account, totp_secret } of invitations)
    await db
      .updateTable('invitations')
      .set({ totp_secret: seal(totp_secret, account) })
      .where('hash', '=', hash)
      .where('totp_secret', '=', totp_secret)
      .execute();
}
