import type { Kysely } from 'kysely';
import type { Account } from '../../core/contract/administration/account.ts';
import type { Tables } from '../store/tables.ts';
import type { AccountRow } from './account-tables.ts';

/** What makes two names the same: capitals and the ways to write a letter do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
}

/** An account as others see it. */
export function accountOf({ id, name, library, role }: AccountRow): Account {
  return { id, name, library, role };
}

/** The account of a name in a library, or of an operator; undefined when there is none. One that ended has no name. */
export async function findByName(
  db: Kysely<Tables>,
  library: string | null,
  name: string,
): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .where('library', library === null ? 'is' : '=', library)
    .executeTakeFirst();
}

/** The account with an id in a library that did not end; undefined when there is none. */
export async function findById(
  db: Kysely<Tables>,
  library: string | null,
  id: string,
): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', id)
    .where('library', library === null ? 'is' : '=', library)
    .where('state', '!=', 'ended')
    .executeTakeFirst();
}
