import type { PasswordSignIn } from '../../core/contract/administration/account.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { AccountRow } from './account-tables.ts';
import { writeAudit } from './audit.ts';
import { findByName } from './find-account.ts';
import { verifyPassword } from './hash-password.ts';
import { type KnownBrowser, whoOf } from './known-browser.ts';
import { makeTotpSecret, stepOfCode } from './one-time-code.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { openSession } from './sessions.ts';
import { countTry, forgetTries, isFirstWait } from './tries.ts';

/** For who has no account: their codes are worked on too. */
const NOBODYS_SECRET = makeTotpSecret();

/** A session that was opened: its token is for the cookie. */
export type Opened = { readonly token: string; readonly endsAt: string; readonly account: AccountRow };

/**
 * Signs in with a password and a code. Throws RefusedError: `too-many` while the account has to wait in this browser, else `sign-in-failed`,
 * the same after the same work whether there is no such account, or the password or the code is wrong.
 */
export async function signInWithPassword(
  store: ServerStore,
  signIn: PasswordSignIn,
  browser: KnownBrowser,
  now: Date,
): Promise<Opened> {
  const account = await proveAccount(store, signIn, browser, now);
  return store.db.transaction().execute(async (trx) => {
    const session = await openSession(trx, account, now);
    await writeAudit(trx, account, 'signed-in', 'password');
    return { ...session, account };
  });
}

/** The account of a password and a code, which is used up by this. Throws RefusedError as signing in does. */
export async function proveAccount(
  store: ServerStore,
  { library, name, password, code }: PasswordSignIn,
  browser: KnownBrowser,
  now: Date,
): Promise<AccountRow> {
  const { db } = store;
  const secrets = await store.secrets();
  const who = whoOf({ library, name });
  const counted = [who, browser(who) ?? []].flat().join(' ');
  const { wait, failures } = await countTry(store, counted, now);
  if (wait) throw new RefusedError('too-many', 'Too many tries. Wait a quarter of an hour, and try again.');
  const found = await findByName(db, library, name);
  const account = found?.state === 'active' ? found : undefined;
  const right = await verifyPassword(password, account?.password ?? null);
  const sealed = account?.totp_secret ?? secrets.seal(NOBODYS_SECRET, '');
  const step = stepOfCode(secrets.open(sealed, account?.totp_secret ? account.id : ''), code, now);
  if (account === undefined || !right || !(await spendCode(store, account, code, step))) {
    if (account !== undefined && isFirstWait(failures))
      await writeAudit(db, { library: account.library }, 'sign-in-slowed-down', account.name);
    throw new RefusedError('sign-in-failed', 'The name, the password or the code is not right.');
  }
  await forgetTries(store, counted);
  return account;
}

/** Uses a code of the app up, or a recovery code: each counts once, at whichever instance. */
async function spendCode(
  { db }: ServerStore,
  { id, library }: AccountRow,
  code: string,
  step: number | undefined,
): Promise<boolean> {
  if (step === undefined)
    return db.transaction().execute(async (trx) => {
      const used = await spendRecoveryCode(trx, id, code);
      if (used) await writeAudit(trx, { library }, 'recovery-code-used', id);
      return used;
    });
  const used = await db
    .updateTable('accounts')
    .set({ totp_last: step })
    .where('id', '=', id)
    .where('totp_last', '<', step)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}
