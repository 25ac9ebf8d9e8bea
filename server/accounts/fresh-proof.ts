import type { Kysely } from 'kysely';
import type { Proof } from '../../core/contract/administration/account.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Tables } from '../store/tables.ts';
import type { Actor } from './actor.ts';
import type { KnownBrowser } from './known-browser.ts';
import { ownRow } from './own-account.ts';
import { provePasskey } from './passkeys.ts';
import { hashToken } from './secret-token.ts';
import { proveAccount } from './sign-in-with-password.ts';

/** A proof is good for so long. Who finds a browser that somebody left makes no key of their own with it. */
export const PROOF_MS = 5 * 60_000;

/** Throws RefusedError (`prove-again`) unless somebody proved in the session of this token, a few minutes ago, who is there. */
export async function needFreshProof(db: Kysely<Tables>, token: string, now: Date): Promise<void> {
  const session = await db
    .selectFrom('sessions')
    .select(['made_at', 'proved_at'])
    .where('hash', '=', hashToken(token))
    .executeTakeFirst();
  const proved = session && (session.proved_at ?? session.made_at);
  if (proved === undefined || Date.parse(proved) <= now.getTime() - PROOF_MS)
    throw new RefusedError(
      'prove-again',
      'Prove once more who you are: with a passkey, or with your password and a code.',
    );
}

/** Proves once more who is there, as signing in does. Throws RefusedError as that does, also when it proves somebody else. */
export async function proveAgain(
  store: ServerStore,
  origin: string,
  { actor, token }: { readonly actor: Actor; readonly token: string },
  { proof, browser }: { readonly proof: Proof; readonly browser: KnownBrowser },
  now: Date,
): Promise<void> {
  const { name, library } = await ownRow(store, actor);
  const proved =
    proof.by === 'password'
      ? (await proveAccount(store, { library, name, ...proof }, browser, now)).id
      : await provePasskey(store, origin, proof, purposeOfProof(actor), now);
  if (proved !== actor.id) throw new RefusedError('sign-in-failed', 'This proves somebody else.');
  await store.db
    .updateTable('sessions')
    .set({ proved_at: now.toISOString() })
    .where('hash', '=', hashToken(token))
    .execute();
}

/** What a challenge is for that proves again who an account is. */
export function purposeOfProof({ id }: Pick<Actor, 'id'>): string {
  return `proof ${id}`;
}
