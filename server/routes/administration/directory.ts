import type { FastifyInstance } from 'fastify';
import { DIRECTORY_ROUTES } from '../../../core/contract/administration/directory.ts';
import { formOf } from '../../../core/domain/directory/edit-service.ts';
import {
  addService,
  bringIn,
  findService,
  inList,
  listServices,
  noteReminder,
  removeService,
  saveService,
} from '../../directory/directory-services.ts';
import { RefusedError } from '../../http/refusal.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveRoute } from './serve-route.ts';

const notThere = () => new RefusedError('not-found', 'Your library has no such service.');

/** The directory of a library: what has to be looked at, changes, and the way in and out. */
export function serveDirectory(app: FastifyInstance, { db }: ServerStore): void {
  serveRoute(app, DIRECTORY_ROUTES.list, async ({ library }) => {
    const today = new Date().toISOString().slice(0, 10);
    return { services: (await listServices(db, library)).map((kept) => inList(kept, today)) };
  });
  serveRoute(app, DIRECTORY_ROUTES.one, async ({ library }, { params }) => {
    const found = await findService(db, library, params.service);
    if (found === undefined) throw notThere();
    return { form: formOf(found.service), reviewBy: found.review_by, changedAt: found.changed_at };
  });
  serveRoute(app, DIRECTORY_ROUTES.add, ({ library, write }, { body }) =>
    db.transaction().execute(async (trx) => {
      const id = await addService(trx, library, body.edit, body.reviewBy, new Date());
      await write(trx, 'service-added', `${id} ${body.edit.name}`);
      return { id };
    }),
  );
  serveRoute(app, DIRECTORY_ROUTES.save, ({ library, write }, { params, body }) =>
    db.transaction().execute(async (trx) => {
      const { edit, reviewBy, changedAt } = body;
      const of = { library, id: params.service, changedAt };
      const saved = await saveService(trx, of, edit, reviewBy, new Date());
      if (saved === 'none') throw notThere();
      if (saved === 'changed')
        throw new RefusedError('taken', 'Somebody else changed this service meanwhile. Read it again.');
      await write(trx, 'service-changed', `${params.service} ${edit.name}`);
      return saved;
    }),
  );
  serveRoute(app, DIRECTORY_ROUTES.remove, ({ library, write }, { params }) =>
    db.transaction().execute(async (trx) => {
      if (!(await removeService(trx, library, params.service))) throw notThere();
      await write(trx, 'service-removed', params.service);
      return {};
    }),
  );
  serveRoute(app, DIRECTORY_ROUTES.bringIn, ({ library, write }, { body }) =>
    db.transaction().execute(async (trx) => {
      const { id, remarks } = await bringIn(trx, library, body.service, new Date());
      if (id !== undefined) await write(trx, 'service-brought-in', id);
      return { taken: id !== undefined, remarks: [...remarks] };
    }),
  );
  serveRoute(app, DIRECTORY_ROUTES.remind, ({ library, write }, { params }) =>
    db.transaction().execute(async (trx) => {
      const found = await findService(trx, library, params.service);
      if (found?.service.email === undefined) throw notThere();
      await noteReminder(trx, library, params.service, new Date());
      await write(trx, 'service-reminded', params.service);
      return { email: found.service.email };
    }),
  );
  serveRoute(app, DIRECTORY_ROUTES.takeOut, async ({ library }) =>
    (await listServices(db, library)).map(({ service }) => service),
  );
}
