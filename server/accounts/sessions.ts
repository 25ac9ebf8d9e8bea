import type { Kysely } from 'kysely';
import type { Account, Session } from '../../core/contract/administration/account.ts';
import type { Tables } from '../store/tables.ts';
import { hashToken, makeToken } from './secret-token.ts';

/** A session ends so long after the last request, and so long after the sign-in whatever happens. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 60 * 60_000;
/** It is written down no more often than this that a session is in use. */
const NOTED_EVERY_MS = 60_000;

/**
 * A new session, always with a new token: one that somebody knew before the sign-in is worth nothing after it. `provedAt`: when somebody
 * proved who they are, where that was not now.
 */
export async function openSession(
  db: Kysely<Tables>,
  { id, library }: Pick<Account, 'id' | 'library'>,
  now: Date,
  provedAt?: Date,
): Promise<{ readonly token: string; readonly endsAt: string }> {
  const token = makeToken();
  const endsAt = new Date(now.getTime() + LONGEST_MS).toISOString();
  await db
    .insertInto('sessions')
    .values({
      hash: hashToken(token),
      account: id,
      library,
      made_at: now.toISOString(),
      used_at: now.toISOString(),
      ends_at: endsAt,
      ...(provedAt === undefined ? {} : { proved_at: provedAt.toISOString() }),
    })
    .execute();
  await db.updateTable('accounts').set({ last_sign_in: now.toISOString() }).where('id', '=', id).execute();
  await db.deleteFrom('sessions').where('ends_at', '<=', now.toISOString()).execute();
  return { token, endsAt };
}

/** The session of a token and its account as it is now; undefined when there is none, or when it has ended. */
export async function findSession(
  db: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<Session | undefined> {
  const hash = hashToken(token);
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .select(['accounts.id', 'accounts.name', 'accounts.library', 'accounts.role', 'used_at', 'ends_at'])
    .where('hash', '=', hash)
    .where('state', '=', 'active')
    .where('ends_at', '>', now.toISOString())
    .where('used_at', '>', new Date(now.getTime() - IDLE_MS).toISOString())
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { used_at, ends_at, ...account } = row;
  if (now.getTime() - Date.parse(used_at) >= NOTED_EVERY_MS)
    await db.updateTable('sessions').set({ used_at: now.toISOString() }).where('hash', '=', hash).execute();
  return { account, endsAt: ends_at };
}

/** Ends the session of a token, for every instance. */
export async function endSession(db: Kysely<Tables>, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hashToken(token)).execute();
}

/** Ends all sessions of an account but the one of this token: signed out everywhere else. How many those were. */
export async function endOtherSessions(db: Kysely<Tables>, account: string, token: string): Promise<number> {
  const ended = await db
    .deleteFrom('sessions')
    .where('account', '=', account)
    .where('hash', '<>', hashToken(token))
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** How many sessions of an account there are besides the one of this token. */
export async function countOtherSessions(
  db: Kysely<Tables>,
  account: string,
  token: string,
  now: Date,
): Promise<number> {
  const rows = await db
    .selectFrom('sessions')
    .select('hash')
    .where('account', '=', account)
    .where('hash', '<>', hashToken(token))
    .where('ends_at', '>', now.toISOString())
    .where('used_at', '>', new Date(now.getTime() - IDLE_MS).toISOString())
    .execute();
  return rows.length;
}

/** Ends all sessions of an account: its role or the way it signs in changed, or it was ended. */
export async function endSessions(db: Kysely<Tables>, account: string): Promise<void> {
  await db.deleteFrom('sessions').where('account', '=', account).execute();
}
