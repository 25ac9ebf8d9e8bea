import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AccountName } from '../../core/contract/administration/account.ts';
import type { Role } from '../../core/contract/administration/role.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import type { AccountRow } from './account-tables.ts';
import { writeAudit } from './audit.ts';
import { nameKey } from './find-account.ts';
import { blindSubject } from './forget-ended.ts';
import { forgetWays } from './invitations.ts';
import { openSession } from './sessions.ts';
import type { Opened } from './sign-in-with-password.ts';

/** `provedAt`: when they proved to the provider who they are. */
type Who = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  readonly provedAt: Date;
};
type Rights = { readonly role: Role; readonly library: string | null };

/**
 * Signs in whom an OpenID provider vouches for, with the rights that it says now. Other rights than last time, or none, end the
 * sessions that there are; another library is another account, so that the audit trail of each stays with it. Undefined: not let in,
 * as whoever has an account there that an administrator ended, however often they were let in elsewhere since.
 */
export async function signInWithClaims(
  store: ServerStore,
  who: Who,
  rights: Rights | undefined,
  now: Date,
): Promise<Opened | undefined> {
  const blinded = blindSubject(await store.secrets(), who);
  return store.db.transaction().execute(async (trx) => {
    const theirs = await trx
      .selectFrom('accounts')
      .selectAll()
      .where((make) =>
        make.or([
          make.and([make('issuer', '=', who.issuer), make('subject', '=', who.subject)]),
          make('ended_subject', '=', blinded),
        ]),
      )
      .execute();
    const before = theirs.find(({ subject }) => subject !== null);
    const stays = before !== undefined && rights !== undefined && before.library === rights.library;
    const isShutOut =
      rights !== undefined &&
      theirs.some(({ state, library }) => state === 'ended' && library === rights.library);
    // One that an administrator ended stays as it is until another account takes its place.
    const makesWay = before?.state !== 'ended' || (rights !== undefined && !isShutOut);
    if (before !== undefined && !stays && makesWay) await letGo(trx, before, blinded);
    if (rights === undefined || isShutOut || !(await isThere(trx, rights.library))) return undefined;
    const account = stays ? await withRole(trx, before, rights.role) : await begin(trx, who, rights, now);
    const session = await openSession(trx, account, now, who.provedAt);
    await writeAudit(trx, account, 'signed-in', 'oidc');
    return { ...session, account };
  });
}

async function withRole(trx: Kysely<Tables>, account: AccountRow, role: Role): Promise<AccountRow> {
  if (account.role === role) return account;
  await forgetWays(trx, account.id);
  await trx.updateTable('accounts').set({ role }).where('id', '=', account.id).execute();
  await writeAudit(trx, { library: account.library }, 'account-role-changed', `${account.name} (${role})`);
  return { ...account, role };
}

/** Takes an account from whom it was, and ends it; one that an administrator ended still knows whom it keeps out. */
async function letGo(
  trx: Kysely<Tables>,
  { id, library, name, state }: AccountRow,
  blinded: string,
): Promise<void> {
  const ended_subject = state === 'ended' ? blinded : null;
  await forgetWays(trx, id);
  await trx
    .updateTable('accounts')
    .set({ state: 'ended', name_key: id, issuer: null, subject: null, ended_subject })
    .where('id', '=', id)
    .execute();
  if (state !== 'ended') await writeAudit(trx, { library }, 'account-ended', name);
}

async function begin(
  trx: Kysely<Tables>,
  { issuer, subject, name }: Who,
  rights: Rights,
  now: Date,
): Promise<AccountRow> {
  const number = createHash('sha256').update(`${issuer} ${subject}`).digest('hex').slice(0, 8);
  const wanted = AccountName.safeParse(name).data ?? `Account ${number}`;
  const row = {
    ...{ ...rights, id: randomUUID(), issuer, subject },
    ...{ state: 'active' as const, totp_last: 0, made_at: now.toISOString() },
  };
  // Somebody of this name may be there, and is somebody else.
  for (const free of [wanted, `${wanted.slice(0, 70)} ${number}`]) {
    const added = await trx
      .insertInto('accounts')
      .values({ ...row, name: free, name_key: nameKey(free) })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (added === undefined) continue;
    await writeAudit(trx, { library: rights.library }, 'account-added', `${free} (${rights.role})`);
    return added;
  }
  throw new Error('Two accounts of one subject were begun at the same moment.');
}

async function isThere(trx: Kysely<Tables>, library: string | null): Promise<boolean> {
  if (library === null) return true;
  return (
    (await trx.selectFrom('libraries').select('id').where('id', '=', library).executeTakeFirst()) !==
    undefined
  );
}
