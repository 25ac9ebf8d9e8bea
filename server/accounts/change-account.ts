import type { AccountList } from '../../core/contract/administration/account.ts';
import type { LibraryRole } from '../../core/contract/administration/role.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Actor } from './actor.ts';
import { type Doer, writeAudit } from './audit.ts';
import { accountOf } from './find-account.ts';
import { holdOther } from './hold-other.ts';
import { forgetWays, type Invited, makeInvitation } from './invitations.ts';
import { endSessions } from './sessions.ts';

/** The accounts of one library that did not end, by name, and how each signs in. */
export async function listAccounts({ db }: ServerStore, library: string): Promise<AccountList> {
  const rows = await db
    .selectFrom('accounts')
    .selectAll()
    .select((make) =>
      make
        .selectFrom('passkeys')
        .select((count) => count.fn.countAll<number>().as('number'))
        .whereRef('passkeys.account', '=', 'accounts.id')
        .as('passkeys'),
    )
    .where('library', '=', library)
    .where('state', '!=', 'ended')
    .orderBy('name_key')
    .execute();
  return {
    accounts: rows.map((row) => ({
      ...accountOf(row),
      state: row.state,
      by: [
        ...(row.password === null ? [] : (['password'] as const)),
        ...(Number(row.passkeys) === 0 ? [] : (['passkey'] as const)),
        ...(row.subject === null ? [] : (['oidc'] as const)),
      ],
      lastSignIn: row.last_sign_in,
    })),
  };
}

/** Gives an account of a library another role; its sessions end. Throws RefusedError as `holdOther` does. */
export async function changeRole(
  { db }: ServerStore,
  actor: Actor & { readonly library: string },
  id: string,
  role: LibraryRole,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const account = await holdOther(trx, actor, id);
    await trx.updateTable('accounts').set({ role }).where('id', '=', account.id).execute();
    await endSessions(trx, account.id);
    await writeAudit(trx, actor, 'account-role-changed', `${account.name} (${role})`);
  });
}

/** Ends an account for good, with its sessions and all by which it signed in. Its name is free again. Throws RefusedError as above. */
export async function endAccount(
  { db }: ServerStore,
  actor: Doer & { readonly library: string | null },
  id: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const account = await holdOther(trx, actor, id);
    await forgetWays(trx, account.id);
    await trx.deleteFrom('invitations').where('account', '=', account.id).execute();
    await trx
      .updateTable('accounts')
      .set({ state: 'ended', name_key: account.id })
      .where('id', '=', account.id)
      .execute();
    await writeAudit(trx, actor, 'account-ended', account.name);
  });
}

/** A new invitation for an account, whose owner lost the password or the telephone. Until it is used nothing else changes. */
export async function inviteAgain(
  store: ServerStore,
  actor: Actor & { readonly library: string },
  id: string,
  now: Date,
): Promise<Invited> {
  const secrets = await store.secrets();
  return store.db.transaction().execute(async (trx) => {
    const account = await holdOther(trx, actor, id);
    if (account.subject !== null)
      throw new RefusedError(
        'not-allowed',
        'This account signs in through the organisation; it has no invitation.',
      );
    await writeAudit(trx, actor, 'account-invited-again', account.name);
    return makeInvitation(trx, secrets, account, now);
  });
}
