import type { FastifyInstance } from 'fastify';
import { type CodeOnPage, DEVICE_ROUTES } from '../../../core/contract/administration/devices.ts';
import type { AlertRules } from '../../../core/domain/alerts/alert-rules.ts';
import { RefusedError } from '../../http/refusal.ts';
import { deviceFares } from '../../organisations/device-fares.ts';
import { approveDevice, findDevice, revokeDevice } from '../../organisations/devices.ts';
import {
  type MadeCode,
  makeEnrolmentCode,
  makeReplacementCode,
} from '../../organisations/enrolment-codes.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import type { DeviceRow } from '../../store/tables.ts';
import { serveRoute } from './serve-route.ts';

/** The devices of a library: how they fare, and letting them in and out. What lets one in wants to know who is here. */
export function serveDevices(app: FastifyInstance, store: ServerStore, rules: AlertRules): void {
  /** Does something in one transaction with the line that says so: both are there, or neither. */
  const together = <T>(act: (inside: ServerStore) => Promise<T>): Promise<T> =>
    store.db.transaction().execute((trx) => act({ ...store, db: trx }));

  serveRoute(app, DEVICE_ROUTES.list, ({ library }) => deviceFares(store, library, rules, new Date()));
  serveRoute(app, DEVICE_ROUTES.approve, async ({ library, account, write, needProof }, { params }) => {
    await needProof();
    return together(async (inside) => {
      const { id } = await ownDevice(inside, library, params.device);
      const done = await approveDevice(inside, id, account);
      if (done) await write(inside.db, 'device-approved', id);
      return { done };
    });
  });
  serveRoute(app, DEVICE_ROUTES.revoke, ({ library, write }, { params }) =>
    together(async (inside) => {
      const { id } = await ownDevice(inside, library, params.device);
      const done = await revokeDevice(inside, id);
      if (done) await write(inside.db, 'device-revoked', id);
      return { done };
    }),
  );
  serveRoute(app, DEVICE_ROUTES.replace, async (asker, { params }) => {
    await asker.needProof();
    return together(async (inside) => {
      const { id, branch, state } = await ownDevice(inside, asker.library, params.device);
      if (state === 'revoked') throw new RefusedError('taken', 'This device was revoked: make a new code.');
      const made = await makeReplacementCode(inside, asker.library, id, new Date());
      await asker.write(inside.db, 'device-replaced', id);
      return shown(inside, asker.library, branch, made);
    });
  });
  serveRoute(app, DEVICE_ROUTES.makeCode, async (asker, { body }) => {
    await asker.needProof();
    return together(async (inside) => {
      const made = await makeEnrolmentCode(inside, asker.library, body.branch, new Date());
      const code = await shown(inside, asker.library, body.branch, made);
      await asker.write(inside.db, 'enrolment-code-made', body.branch);
      return code;
    });
  });
}

/** The device, when it is of this library: that of another one is not there. */
async function ownDevice(store: ServerStore, library: string, id: string): Promise<DeviceRow> {
  const device = await findDevice(store, id);
  if (device?.library !== library) throw new RefusedError('not-found', 'Your library has no such device.');
  return device;
}

/** A code as the page shows it. Throws RefusedError when none was made. */
async function shown(
  store: ServerStore,
  library: string,
  branch: string,
  made: MadeCode | undefined,
): Promise<CodeOnPage> {
  const named = await store.db
    .selectFrom('branches')
    .select(['id', 'name'])
    .where('library', '=', library)
    .where('id', '=', branch)
    .executeTakeFirst();
  if (made === undefined || named === undefined)
    throw new RefusedError('not-found', 'Your library has no such branch.');
  return { ...made, branch: named };
}
