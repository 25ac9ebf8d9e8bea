import { writeAudit } from '../../../server/accounts/audit.ts';
import type { ServerStore } from '../../../server/store/open-server-store.ts';
import { anAccount } from '../../builders/a-browser.ts';
import type { Things } from './route-roles.ts';

/** Stands in a text of everything that Delft has: no other library may ever be told it. */
export const MARK = 'of-delft-alone';

/** Puts at least one thing of each kind into the store, as Delft's. */
export async function makeThingsOfDelft(store: ServerStore): Promise<Things> {
  const { db } = store;
  const { id: account } = await anAccount(store, 'editor', 'delft');
  await db
    .updateTable('accounts')
    .set({ name: MARK, name_key: `${MARK} ${account}` })
    .where('id', '=', account)
    .execute();
  const passkey = `AAAA${account.slice(0, 8)}`;
  await db
    .insertInto('passkeys')
    .values({
      ...{ id: passkey, account, library: 'delft', name: MARK, public_key: 'AAAA', counter: 0 },
      ...{ transports: '[]', made_at: new Date().toISOString() },
    })
    .execute();
  await writeAudit(db, { library: 'delft' }, 'looked', MARK);
  return { account, passkey };
}
