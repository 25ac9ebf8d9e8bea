import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { EnrolmentCode, writeCode } from '../../core/contract/sync/device.ts';
import type { Tables } from '../store/tables.ts';
import type { AccountRow } from './account-tables.ts';

const NUMBER = 10;

/** New recovery codes of an account, in the place of those before: 60 bits each, written like the codes of devices. Told once. */
export async function makeRecoveryCodes(
  trx: Kysely<Tables>,
  { id, library }: Pick<AccountRow, 'id' | 'library'>,
): Promise<string[]> {
  const codes = Array.from({ length: NUMBER }, () => writeCode(randomBytes(12)));
  await trx.deleteFrom('recovery_codes').where('account', '=', id).execute();
  await trx
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ account: id, library, hash: hashOf(EnrolmentCode.parse(code)) })))
    .execute();
  return codes;
}

/** Uses a recovery code up; false when it is none of this account, or was used. */
export async function spendRecoveryCode(
  trx: Kysely<Tables>,
  account: string,
  typed: string,
): Promise<boolean> {
  const code = EnrolmentCode.safeParse(typed);
  if (!code.success) return false;
  const used = await trx
    .deleteFrom('recovery_codes')
    .where('account', '=', account)
    .where('hash', '=', hashOf(code.data))
    .executeTakeFirst();
  return used.numDeletedRows > 0n;
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
