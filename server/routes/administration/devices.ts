import type { FastifyInstance } from 'fastify';
import { DEVICE_ROUTES } from '../../../core/contract/administration/devices.ts';
import { RefusedError } from '../../http/refusal.ts';
import { deviceFares } from '../../organisations/device-fares.ts';
import { approveDevice, findDevice, revokeDevice } from '../../organisations/devices.ts';
import { makeEnrolmentCode } from '../../organisations/enrolment-codes.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import type { DeviceRow } from '../../store/tables.ts';
import { type Asker, serveRoute } from './serve-route.ts';

/** The devices of a library: how they fare, and letting them in and out. */
export function serveDevices(app: FastifyInstance, store: ServerStore): void {
  /** Does something in one transaction with the line that says so: both are there, or neither. */
  const together = <T>(act: (inside: ServerStore) => Promise<T>): Promise<T> =>
    store.db.transaction().execute((trx) => act({ ...store, db: trx }));

  serveRoute(app, DEVICE_ROUTES.list, ({ library }) => deviceFares(store, library, new Date()));
  serveRoute(app, DEVICE_ROUTES.approve, ({ library, write }, { params }) =>
    together(async (inside) => {
      const { id } = await ownDevice(inside, library, params.device);
      const done = await approveDevice(inside, id);
      if (done) await write(inside.db, 'device-approved', id);
      return { done };
    }),
  );
  serveRoute(app, DEVICE_ROUTES.revoke, ({ library, write }, { params }) =>
    together(async (inside) => {
      const { id } = await ownDevice(inside, library, params.device);
      const done = await revokeDevice(inside, id);
      if (done) await write(inside.db, 'device-revoked', id);
      return { done };
    }),
  );
  serveRoute(app, DEVICE_ROUTES.replace, (asker, { params }) =>
    together(async (inside) => {
      const { id, branch } = await ownDevice(inside, asker.library, params.device);
      await revokeDevice(inside, id);
      await asker.write(inside.db, 'device-replaced', id);
      return codeFor(inside, asker, branch);
    }),
  );
  serveRoute(app, DEVICE_ROUTES.makeCode, (asker, { body }) =>
    together((inside) => codeFor(inside, asker, body.branch)),
  );
}

/** The device, when it is of this library: that of another one is not there. */
async function ownDevice(store: ServerStore, library: string, id: string): Promise<DeviceRow> {
  const device = await findDevice(store, id);
  if (device?.library !== library) throw new RefusedError('not-found', 'Your library has no such device.');
  return device;
}

async function codeFor(store: ServerStore, { library, write }: Asker, branch: string) {
  const made = await makeEnrolmentCode(store, library, branch, new Date());
  const named = await store.db
    .selectFrom('branches')
    .select(['id', 'name'])
    .where('library', '=', library)
    .where('id', '=', branch)
    .executeTakeFirst();
  if (made === undefined || named === undefined)
    throw new RefusedError('not-found', 'Your library has no such branch.');
  await write(store.db, 'enrolment-code-made', branch);
  return { ...made, branch: named };
}
