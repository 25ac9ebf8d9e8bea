import { join } from 'node:path';
import type { DeviceProfile } from '../../core/contract/sync/device.ts';
import { openStore } from '../../db/open-store.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { SyncError } from '../../updates/outbox/sync-error.ts';
import type { StorePlaces } from '../stores/store-places.ts';
import type { Spoken } from './server-line.ts';

/** What main asks of the process that lets this device belong to a library. */
export type EnrolRequest = StorePlaces & {
  readonly job: 'enrol';
  readonly server: string;
  readonly code: string;
  readonly profile: DeviceProfile;
  readonly appVersion: string;
};

/** Asks the server, and writes down what was agreed. What fails is told, not thrown; then nothing changed. */
export async function enrolHere({ job: _, ...request }: EnrolRequest): Promise<Spoken> {
  const { dataDir, migrationsDir, nativeBinding, server, code, profile, appVersion } = request;
  const store = openStore(join(dataDir, 'ops.db'), join(migrationsDir, 'ops'), {
    ...{ nativeBinding, ...OPS_OPTIONS, proveSound: false },
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  try {
    await enrolDevice(store.db, { dataDir, server, code, profile, appVersion });
    return { ok: true };
  } catch (error) {
    if (error instanceof SyncError) return { ok: false, fault: error.fault, message: error.message };
    return { ok: false, fault: 'unknown', message: String(error) };
  } finally {
    store.db.close();
  }
}
