import type { WriteDb } from '../../db/open.ts';
import { moveEnrolment, readEnrolment } from '../../db/ops/enrolment.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { openServerKey } from '../../server/store/server-key.ts';
import { deviceKeyOf } from '../../trust/jws/device-key.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';

/** A made-up town: whoever looks at the figures of a trial sees that they are none. */
const LIBRARY = { id: 'veldermeer', name: 'Bibliotheek Veldermeer (voorbeeld)' } as const;
const BRANCH = { id: 'centrum', name: 'Centrum (voorbeeld)' } as const;

/** The kiosk that is to belong to a server on the same machine. */
export type OwnKiosk = { readonly db: WriteDb; readonly dataDir: string; readonly appVersion: string };

/**
 * Lets the kiosk of a data folder belong to a made-up library of this server, at which nobody need approve it. One that belongs to
 * it already learns where the server listens now; one that belongs to another server stays there. Throws SyncError, SqliteError,
 * or the error of the database.
 */
export async function welcomeOwnKiosk(
  store: ServerStore,
  address: string,
  { db, dataDir, appVersion }: OwnKiosk,
): Promise<'enrolled' | 'known' | 'elsewhere'> {
  const enrolled = readEnrolment(db);
  if (enrolled !== undefined) {
    if (enrolled.server_key !== deviceKeyOf(await openServerKey(store))) return 'elsewhere';
    moveEnrolment(db, address);
    return 'known';
  }
  await addLibrary(store, LIBRARY.id, LIBRARY.name, new Date());
  await addBranch(store, LIBRARY.id, BRANCH.id, BRANCH.name);
  const made = await makeEnrolmentCode(store, LIBRARY.id, BRANCH.id, new Date());
  if (made === undefined) throw new Error('The branch that was added is gone.');
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: address, code: made.code, profile: 'kiosk', appVersion },
  });
  await approveDevice(store, device);
  return 'enrolled';
}
