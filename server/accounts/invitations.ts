import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Role } from '../../core/contract/administration/role.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import type { SecretsKey } from '../store/secrets-key.ts';
import type { Tables } from '../store/tables.ts';
import type { AccountRow } from './account-tables.ts';
import { type Doer, writeAudit } from './audit.ts';
import { nameKey } from './find-account.ts';
import { hashPassword } from './hash-password.ts';
import { makeTotpSecret, stepOfCode } from './one-time-code.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { hashToken, makeToken } from './secret-token.ts';
import { endSessions, openSession } from './sessions.ts';
import type { Opened } from './sign-in-with-password.ts';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** An invitation that was made: its token is told once. */
export type Invited = { readonly account: string; readonly token: string; readonly expiresAt: string };

/** Makes an account that waits for its invitation to be used; undefined when its library has one of this name. */
export async function addAccount(
  store: ServerStore,
  { library, name, role }: { readonly library: string | null; readonly name: string; readonly role: Role },
  by: Doer,
  now: Date,
): Promise<Invited | undefined> {
  const secrets = await store.secrets();
  return store.db.transaction().execute(async (trx) => {
    const id = randomUUID();
    const added = await trx
      .insertInto('accounts')
      .values({
        ...{ id, library, role, name: printable(name), name_key: nameKey(name) },
        ...{ state: 'invited', totp_last: 0, made_at: now.toISOString() },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((added.numInsertedOrUpdatedRows ?? 0n) === 0n) return undefined;
    await writeAudit(trx, by, 'account-added', `${name} (${role})`);
    return makeInvitation(trx, secrets, { id, library }, now);
  });
}

/** Makes an invitation for an account, in the place of any before. Whoever uses it starts the account anew. */
export async function makeInvitation(
  trx: Kysely<Tables>,
  secrets: SecretsKey,
  { id, library }: Pick<AccountRow, 'id' | 'library'>,
  now: Date,
): Promise<Invited> {
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS).toISOString();
  await trx.deleteFrom('invitations').where('account', '=', id).execute();
  await trx
    .insertInto('invitations')
    .values({
      hash: hashToken(token),
      account: id,
      library,
      totp_secret: secrets.seal(makeTotpSecret(), id),
      expires_at: expiresAt,
    })
    .execute();
  return { account: id, token, expiresAt };
}

/** Where somebody uses it. The token stands behind the #: no server and no log in between gets to see it. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/administration/invitation#${token}`;
}

/** The account that an invitation is for, and the secret for its app. Throws RefusedError when it is unknown, old or used. */
export async function readInvitation(
  store: ServerStore,
  token: string,
  now: Date,
): Promise<{
  readonly account: AccountRow;
  readonly totpSecret: string;
  readonly libraryName: string | null;
}> {
  const row = await store.db
    .selectFrom('invitations')
    .innerJoin('accounts', 'accounts.id', 'invitations.account')
    .leftJoin('libraries', 'libraries.id', 'accounts.library')
    .selectAll('accounts')
    .select(['invitations.totp_secret as invited_secret', 'libraries.name as library_name'])
    .where('hash', '=', hashToken(token))
    .where('expires_at', '>', now.toISOString())
    .where('state', '!=', 'ended')
    .executeTakeFirst();
  if (row === undefined) throw unknownInvitation();
  const { invited_secret, library_name, ...account } = row;
  const totpSecret = (await store.secrets()).open(invited_secret, account.id);
  return { account, totpSecret, libraryName: library_name };
}

/**
 * Starts an account with a password and the first code of its app, and signs it in. Throws RefusedError: `unknown-code` when the
 * invitation is not good, `sign-in-failed` when the code is not.
 */
export async function startWithPassword(
  store: ServerStore,
  { token, password, code }: { readonly token: string; readonly password: string; readonly code: string },
  now: Date,
): Promise<Opened & { readonly recoveryCodes: string[] }> {
  const { totpSecret, account: invited } = await readInvitation(store, token, now);
  const step = stepOfCode(totpSecret, code, now);
  if (step === undefined)
    throw new RefusedError('sign-in-failed', 'The code is not right. Take the newest one of the app.');
  const hash = await hashPassword(password);
  const sealed = (await store.secrets()).seal(totpSecret, invited.id);
  return store.db.transaction().execute(async (trx) => {
    const account = await spendInvitation(trx, token, now, {
      password: hash,
      totp_secret: sealed,
      totp_last: step,
    });
    const recoveryCodes = await makeRecoveryCodes(trx, account);
    await writeAudit(trx, account, 'account-started', 'password');
    return { ...(await openSession(trx, account, now)), account, recoveryCodes };
  });
}

/**
 * Uses an invitation up, in the transaction that starts the account: with a way to sign in, and none of those before.
 * Throws RefusedError when somebody used it meanwhile.
 */
export async function spendInvitation(
  trx: Kysely<Tables>,
  token: string,
  now: Date,
  way: Pick<AccountRow, 'password' | 'totp_secret' | 'totp_last'>,
): Promise<AccountRow> {
  const used = await trx
    .deleteFrom('invitations')
    .where('hash', '=', hashToken(token))
    .where('expires_at', '>', now.toISOString())
    .returning('account')
    .executeTakeFirst();
  if (used === undefined) throw unknownInvitation();
  await forgetWays(trx, used.account);
  const account = await trx
    .updateTable('accounts')
    .set({ ...way, state: 'active' })
    .where('id', '=', used.account)
    .where('state', '!=', 'ended')
    .returningAll()
    .executeTakeFirst();
  if (account === undefined) throw unknownInvitation();
  return account;
}

/** Takes away all by which an account could sign in, and its sessions. */
export async function forgetWays(trx: Kysely<Tables>, account: string): Promise<void> {
  await endSessions(trx, account);
  await trx.deleteFrom('passkeys').where('account', '=', account).execute();
  await trx.deleteFrom('recovery_codes').where('account', '=', account).execute();
  await trx
    .updateTable('accounts')
    .set({ password: null, totp_secret: null })
    .where('id', '=', account)
    .execute();
}

function unknownInvitation(): RefusedError {
  return new RefusedError(
    'unknown-code',
    'This invitation cannot be used: it is unknown, older than a day, or was used. Ask for a new one.',
  );
}
