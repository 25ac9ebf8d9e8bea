import { randomUUID } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import type { PasskeyAnswer, PasskeyChallenge } from '../../core/contract/administration/account.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import type { Tables } from '../store/tables.ts';
import type { AccountRow } from './account-tables.ts';
import { writeAudit } from './audit.ts';
import { openSession } from './sessions.ts';
import type { Opened } from './sign-in-with-password.ts';

/** EdDSA, ES256 and RS256 in COSE's numbers: what authenticators have. */
const ALGORITHMS = [-8, -7, -257];
const CHALLENGE_MS = 5 * 60_000;

/** Can this origin have passkeys? They belong to a name (the RP ID of WebAuthn); a bare address is none. */
export function hasPasskeys(origin: string): boolean {
  return !/^(\[|[\d.]+$)/.test(new URL(origin).hostname);
}

/** Asks a browser to sign with whatever passkey it has for this origin. `purpose`: what the answer must be for. */
export async function askForPasskey(
  { db }: ServerStore,
  origin: string,
  now: Date,
  purpose = 'sign-in',
): Promise<PasskeyChallenge> {
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(origin),
    userVerification: 'required',
    timeout: CHALLENGE_MS,
  });
  return keepChallenge(db, purpose, { ...options }, now);
}

/**
 * Signs in with a passkey: with it and what unlocks it these are two factors. Throws RefusedError, also for an account of the
 * organisation's sign-in: only that says who may come in, each time.
 */
export async function signInWithPasskey(
  store: ServerStore,
  origin: string,
  answer: PasskeyAnswer,
  now: Date,
): Promise<Opened> {
  const id = await provePasskey(store, origin, answer, 'sign-in', now);
  return store.db.transaction().execute(async (trx) => {
    const account = await trx
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'active')
      .where('subject', 'is', null)
      .executeTakeFirst();
    if (account === undefined) throw refused();
    const session = await openSession(trx, account, now);
    await writeAudit(trx, account, 'signed-in', 'passkey');
    return { ...session, account };
  });
}

/** The id of the account of a passkey that signed a challenge, which was made for `purpose`. Throws RefusedError. */
export async function provePasskey(
  { db }: ServerStore,
  origin: string,
  { challenge, answer }: PasskeyAnswer,
  purpose: string,
  now: Date,
): Promise<string> {
  const expected = await takeChallenge(db, challenge, purpose, now);
  const row = await db.selectFrom('passkeys').selectAll().where('id', '=', answer.id).executeTakeFirst();
  const counter = row === undefined ? undefined : await verifySignature(origin, expected, row, answer);
  if (row === undefined || counter === undefined) throw refused();
  const used = await db
    .updateTable('passkeys')
    .set({ counter, used_at: now.toISOString() })
    .where('id', '=', row.id)
    .where('counter', '=', row.counter) // of two copies of a key one gets by
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) throw refused();
  return row.account;
}

/** Asks a browser for a new passkey of an account. `purpose`: what the answer must be for. */
export async function askForNewPasskey(
  { db }: ServerStore,
  origin: string,
  { id, name, library }: Pick<AccountRow, 'id' | 'name' | 'library'>,
  purpose: string,
  now: Date,
): Promise<PasskeyChallenge> {
  const there = await db.selectFrom('passkeys').select('id').where('account', '=', id).execute();
  const options = await generateRegistrationOptions({
    rpName: 'Balie',
    rpID: rpIdOf(origin),
    userName: library === null ? name : `${name} (${library})`,
    userID: new Uint8Array(Buffer.from(id)),
    attestationType: 'none', // which make of key it is need not be known
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: there,
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: CHALLENGE_MS,
  });
  return keepChallenge(db, purpose, { ...options }, now);
}

/** A new passkey that a browser made, proved; `keepPasskey` stores it. Throws RefusedError. */
export async function proveNewPasskey(
  { db }: ServerStore,
  origin: string,
  { challenge, answer }: PasskeyAnswer,
  purpose: string,
  now: Date,
): Promise<WebAuthnCredential> {
  const expectedChallenge = await takeChallenge(db, challenge, purpose, now);
  const proved = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpIdOf(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (proved?.verified !== true) throw refused();
  return proved.registrationInfo.credential;
}

/** Stores a passkey of an account, under a name that its owner gave it. Throws RefusedError when it is there already. */
export async function keepPasskey(
  trx: Kysely<Tables>,
  { id: account, library }: Pick<AccountRow, 'id' | 'library'>,
  name: string,
  { id, publicKey, counter, transports = [] }: WebAuthnCredential,
  now: Date,
): Promise<void> {
  const kept = await trx
    .insertInto('passkeys')
    .values({
      ...{ id, account, library, counter, name: printable(name) },
      public_key: Buffer.from(publicKey).toString('base64url'),
      transports: JSON.stringify(transports),
      made_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((kept.numInsertedOrUpdatedRows ?? 0n) === 0n)
    throw new RefusedError('taken', 'This passkey is known already.');
}

/** The counter that comes with a right signature; undefined when it is not right. */
async function verifySignature(
  origin: string,
  expectedChallenge: string,
  row: Tables['passkeys'],
  answer: PasskeyAnswer['answer'],
): Promise<number | undefined> {
  const response = answer as unknown as AuthenticationResponseJSON;
  const user = response.response.userHandle;
  if (user !== undefined && Buffer.from(user, 'base64url').toString() !== row.account) return undefined;
  const proved = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpIdOf(origin),
    credential: {
      id: row.id,
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
      counter: row.counter,
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  return proved?.verified === true ? proved.authenticationInfo.newCounter : undefined;
}

async function keepChallenge(
  db: Kysely<Tables>,
  purpose: string,
  options: PasskeyChallenge['options'],
  now: Date,
): Promise<PasskeyChallenge> {
  const id = randomUUID();
  await db.deleteFrom('passkey_challenges').where('expires_at', '<=', now.toISOString()).execute();
  await db
    .insertInto('passkey_challenges')
    .values({
      ...{ id, purpose, challenge: options.challenge },
      expires_at: new Date(now.getTime() + CHALLENGE_MS).toISOString(),
    })
    .execute();
  return { challenge: id, options };
}

/** A challenge is good once, for what it was made for. */
async function takeChallenge(db: Kysely<Tables>, id: string, purpose: string, now: Date): Promise<string> {
  const taken = await db
    .deleteFrom('passkey_challenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now.toISOString())
    .returning('challenge')
    .executeTakeFirst();
  if (taken === undefined) throw refused();
  return taken.challenge;
}

function rpIdOf(origin: string): string {
  if (hasPasskeys(origin)) return new URL(origin).hostname;
  throw new RefusedError(
    'not-allowed',
    'Passkeys need a name: open this page as localhost, or start the server with --origin.',
  );
}

function refused(): RefusedError {
  return new RefusedError(
    'sign-in-failed',
    'This passkey is not right here, or it took longer than five minutes.',
  );
}
