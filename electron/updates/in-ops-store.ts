import { join } from 'node:path';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { moveEnrolment } from '../../db/ops/enrolment.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import type { StorePlaces } from '../stores/store-places.ts';

/** Where the stores are, and where the server of this device listens, in place of what it was told, when a test says so. */
export type OpsPlaces = StorePlaces & { readonly serverUrl?: string | undefined };

/** Why nothing came of it. */
export type NotDone = { readonly ok: false; readonly fault: string; readonly message: string };

/** Does something with the ops store in a process that is not main, and closes it. What fails is told, not thrown: also a store that cannot be read. */
export async function inOpsStore<Reply>(
  { dataDir, migrationsDir, nativeBinding, serverUrl }: OpsPlaces,
  act: (db: WriteDb) => Promise<Reply>,
): Promise<Reply | NotDone> {
  const store = openStore(join(dataDir, 'ops.db'), join(migrationsDir, 'ops'), {
    ...{ nativeBinding, ...OPS_OPTIONS, proveSound: false },
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  try {
    if (serverUrl !== undefined) moveEnrolment(store.db, serverUrl);
    return await act(store.db);
  } catch (error) {
    return { ok: false, fault: 'unknown', message: String(error) };
  } finally {
    store.db.close();
  }
}
