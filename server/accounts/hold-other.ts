import type { Kysely } from 'kysely';
import { includesRole } from '../../core/contract/administration/role.ts';
import { RefusedError } from '../http/refusal.ts';
import type { Tables } from '../store/tables.ts';
import type { AccountRow } from './account-tables.ts';
import type { Doer } from './audit.ts';
import { findById } from './find-account.ts';

/**
 * The account of another one that somebody wants to change; it and the own one are held until the end of the transaction. Who asks is looked
 * at here once more: of two administrators who take each other's rights away at one moment, the second has none any more, and
 * somebody stays who may give them back. Throws RefusedError when the account is not there, when it is one's own, and when who asks is no
 * administrator any more. A command at the server is nobody's account, and may change each.
 */
export async function holdOther(
  trx: Kysely<Tables>,
  actor: Doer & { readonly library: string | null },
  id: string,
): Promise<AccountRow> {
  const own = actor.id;
  // Always in one order, so that no two wait for each other.
  for (const each of own === undefined ? [id] : [own, id].sort()) await hold(trx, each);
  if (own !== undefined && !(await isAdministrator(trx, own)))
    throw new RefusedError('not-allowed', 'This needs the role "administrator", which you have no more.');
  const account = await findById(trx, actor.library, id);
  if (account === undefined) throw new RefusedError('not-found', 'There is no such account.');
  if (account.id === own)
    throw new RefusedError('not-allowed', 'Ask another administrator to change your own account.');
  return account;
}

/** It changes nothing: a write is what holds a row, in SQLite too. */
async function hold(trx: Kysely<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set((make) => ({ role: make.ref('role') }))
    .where('id', '=', id)
    .execute();
}

/** Of which library is not asked: an operator has none, and no account goes to another one. */
async function isAdministrator(trx: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('accounts')
    .select('role')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined && includesRole(row.role, 'administrator');
}
