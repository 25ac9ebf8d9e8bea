import type { OwnAccount, PasswordChange } from '../../core/contract/administration/account.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { AccountRow } from './account-tables.ts';
import type { Actor } from './actor.ts';
import { writeAudit } from './audit.ts';
import { accountOf } from './find-account.ts';
import { hashPassword } from './hash-password.ts';
import type { KnownBrowser } from './known-browser.ts';
import { countOtherSessions, endSessions } from './sessions.ts';
import { proveAccount } from './sign-in-with-password.ts';

/** The account of who is signed in. Throws RefusedError when it ended a moment ago. */
export async function ownRow({ db }: ServerStore, { id }: Pick<Actor, 'id'>): Promise<AccountRow> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (row === undefined) throw new RefusedError('not-signed-in', 'Sign in first.');
  return row;
}

/** How the own account signs in. `token`: of the session in which it is asked. */
export async function readOwnAccount(store: ServerStore, actor: Actor, token: string): Promise<OwnAccount> {
  const row = await ownRow(store, actor);
  const passkeys = await store.db
    .selectFrom('passkeys')
    .select(['id', 'name', 'made_at', 'used_at'])
    .where('account', '=', row.id)
    .orderBy('made_at')
    .execute();
  const codes = await store.db
    .selectFrom('recovery_codes')
    .select('hash')
    .where('account', '=', row.id)
    .execute();
  return {
    account: accountOf(row),
    password: row.password !== null,
    organisation: row.subject !== null,
    recoveryCodesLeft: codes.length,
    otherSessions: await countOtherSessions(store.db, row.id, token, new Date()),
    passkeys: passkeys.map(({ id, name, made_at, used_at }) => ({
      id,
      name,
      madeAt: made_at,
      usedAt: used_at,
    })),
  };
}

/** Changes the own password, which the old one and a code prove; all sessions end. Throws RefusedError as signing in does. */
export async function changePassword(
  store: ServerStore,
  actor: Actor,
  { password, code, newPassword }: PasswordChange,
  browser: KnownBrowser,
  now: Date,
): Promise<void> {
  const { name, library } = await ownRow(store, actor);
  const proved = await proveAccount(store, { library, name, password, code }, browser, now);
  if (proved.id !== actor.id)
    throw new RefusedError('sign-in-failed', 'The password or the code is not right.');
  const hash = await hashPassword(newPassword);
  await store.db.transaction().execute(async (trx) => {
    await trx.updateTable('accounts').set({ password: hash }).where('id', '=', actor.id).execute();
    await endSessions(trx, actor.id);
    await writeAudit(trx, actor, 'password-changed', name);
  });
}

/** Takes a passkey of the own account away; its sessions go on. Throws RefusedError when it is not there, or the only way in. */
export async function removePasskey({ db }: ServerStore, actor: Actor, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow();
    const removed = await trx
      .deleteFrom('passkeys')
      .where('id', '=', id)
      .where('account', '=', actor.id)
      .returning('name')
      .executeTakeFirst();
    if (removed === undefined) throw new RefusedError('not-found', 'There is no such passkey.');
    const left = await trx
      .selectFrom('passkeys')
      .select('id')
      .where('account', '=', actor.id)
      .executeTakeFirst();
    if (left === undefined && row.password === null && row.subject === null)
      throw new RefusedError('not-allowed', 'This is the only way in. Make another passkey first.');
    await writeAudit(trx, actor, 'passkey-removed', removed.name);
  });
}
