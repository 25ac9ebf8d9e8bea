import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Done } from '../../core/contract/administration/account.ts';
import { NewPublisher, Publisher } from '../../core/contract/administration/organisations.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { Id } from '../../core/domain/id.ts';
import { writeAudit } from '../accounts/audit.ts';
import { permit } from '../accounts/permit.ts';
import { RefusedError } from '../http/refusal.ts';
import { addPublisher, listPublishers, removePublisher } from '../organisations/publishers.ts';

const ADMINISTRATOR = { onRequest: permit('administrator') };
const params = z.strictObject({ id: Id });
const refusals = { '4xx': Refusal, '5xx': Refusal };

/** `/api/v1/publishers`: of the library of who asks; an operator who names none has those that are there for all. */
export function servePublishers(app: FastifyInstance): void {
  const { db } = app.administration.store;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/api/v1/publishers',
    {
      ...ADMINISTRATOR,
      schema: {
        summary: 'The publishers of the library, and those of all.',
        response: { 200: z.array(Publisher), ...refusals },
      },
    },
    ({ account }) => listPublishers({ db }, account.library ?? null),
  );
  routes.post(
    '/api/v1/publishers',
    {
      ...ADMINISTRATOR,
      schema: { summary: 'Adds a publisher.', body: NewPublisher, response: { 200: Done, ...refusals } },
    },
    ({ account, body }) =>
      db.transaction().execute(async (trx) => {
        if (!(await addPublisher({ db: trx }, account.library ?? null, body)))
          throw new RefusedError('taken', 'There is a publisher with this id already.');
        await writeAudit(trx, account, 'publisher-added', body.id);
        return {};
      }),
  );
  routes.delete(
    '/api/v1/publishers/:id',
    {
      ...ADMINISTRATOR,
      schema: { summary: 'Takes a publisher away.', params, response: { 200: Done, ...refusals } },
    },
    ({ account, params: { id } }) =>
      db.transaction().execute(async (trx) => {
        if (!(await removePublisher({ db: trx }, account.library ?? null, id)))
          throw new RefusedError('not-found', 'There is no such publisher.');
        await writeAudit(trx, account, 'publisher-removed', id);
        return {};
      }),
  );
}
