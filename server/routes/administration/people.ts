import type { FastifyInstance } from 'fastify';
import { PEOPLE_ROUTES } from '../../../core/contract/administration/people.ts';
import { MOST_PEOPLE } from '../../../core/domain/person.ts';
import { RefusedError } from '../../http/refusal.ts';
import { addStaff, changeStaff, listStaff, removeStaff } from '../../organisations/staff.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveRoute } from './serve-route.ts';

const notThere = () => new RefusedError('not-found', 'Nobody with this id works at your library.');

/** Who works at the devices of a library. The trail keeps their ids, never a name: who leaves is gone from it too. */
export function servePeopleList(app: FastifyInstance, { db }: ServerStore): void {
  serveRoute(app, PEOPLE_ROUTES.list, async ({ library }) => ({ people: await listStaff({ db }, library) }));
  serveRoute(app, PEOPLE_ROUTES.add, ({ library, write }, { body }) =>
    db.transaction().execute(async (trx) => {
      const added = await addStaff({ db: trx }, library, body);
      if (added === 'known')
        throw new RefusedError('taken', 'Somebody with this id works at your library already.');
      if (added === 'left')
        throw new RefusedError('taken', 'This id was of somebody who left. Choose another one.');
      if (added === 'full')
        throw new RefusedError('too-large', `A library has ${MOST_PEOPLE} people at most. Remove who left.`);
      await write(trx, 'person-added', body.id);
      return {};
    }),
  );
  serveRoute(app, PEOPLE_ROUTES.change, ({ library, write }, { params, body }) =>
    db.transaction().execute(async (trx) => {
      if (!(await changeStaff({ db: trx }, library, { id: params.person, ...body }))) throw notThere();
      await write(trx, 'person-changed', `${params.person} (${body.role})`);
      return {};
    }),
  );
  serveRoute(app, PEOPLE_ROUTES.remove, ({ library, write }, { params }) =>
    db.transaction().execute(async (trx) => {
      if (!(await removeStaff({ db: trx }, library, params.person))) throw notThere();
      await write(trx, 'person-removed', params.person);
      return {};
    }),
  );
}
