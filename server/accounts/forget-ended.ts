import { DAY_MS } from '../../core/domain/calendar-date.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { SecretsKey } from '../store/secrets-key.ts';
import { AUDIT_KEPT_DAYS } from './purge-audit.ts';

/** Somebody at an OpenID provider. */
type Somebody = { readonly issuer: string; readonly subject: string };

/** Somebody at an OpenID provider, so that they are known again and nobody can tell from it who they are. */
export function blindSubject({ blind }: SecretsKey, { issuer, subject }: Somebody): string {
  return blind(`${issuer} ${subject}`, 'ended-subject');
}

/**
 * Takes out of accounts that ended whose they were, once the lines of the audit trail about them are gone: name, last sign-in, and who it
 * was at an OpenID provider. That is kept blinded, so that who was shut out stays out. An account itself is never deleted (decision 27).
 * How many they were. Throws the error of the database, and SecretsKeyError.
 */
export async function forgetEnded(store: ServerStore, now: Date): Promise<number> {
  const { db } = store;
  await db
    .updateTable('accounts')
    .set({ ended_at: now.toISOString() })
    .where('state', '=', 'ended')
    .where('ended_at', 'is', null)
    .execute();
  const over = await db
    .selectFrom('accounts')
    .select(['id', 'issuer', 'subject'])
    .where('ended_at', '<', new Date(now.getTime() - AUDIT_KEPT_DAYS * DAY_MS).toISOString())
    .where('name', '!=', '')
    .execute();
  for (const { id, issuer, subject } of over) {
    const isKnown = issuer !== null && subject !== null;
    await db
      .updateTable('accounts')
      .set({ name: '', last_sign_in: null, issuer: null, subject: null })
      // Of who was let in elsewhere since, it stands there already.
      .set(isKnown ? { ended_subject: blindSubject(await store.secrets(), { issuer, subject }) } : {})
      .where('id', '=', id)
      // Who signs in at another library at this moment lets go of this account.
      .where('subject', isKnown ? '=' : 'is', subject)
      .execute();
  }
  return over.length;
}
