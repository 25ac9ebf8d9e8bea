import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Role } from '../../../core/contract/administration/role.ts';
import type { Given, Reply, Route } from '../../../core/contract/administration/route.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import { writeAudit } from '../../accounts/audit.ts';
import { needFreshProof } from '../../accounts/fresh-proof.ts';
import { libraryOf, permit } from '../../accounts/permit.ts';
import { tokenOf } from '../../accounts/session-cookie.ts';
import type { Tables } from '../../store/tables.ts';

/** Which library the question is about, who asks, and how to write down what was done, in the transaction that does it. */
export type Asker = {
  readonly library: string;
  readonly account: FastifyRequest['account'];
  readonly write: (trx: Kysely<Tables>, what: string, onWhat: string) => Promise<void>;
  /** Throws RefusedError (`prove-again`) unless somebody proved a few minutes ago who is here: not who found a browser. */
  readonly needProof: () => Promise<void>;
};

/** Serves a route of the contract to those who have its role. The answer is checked against the contract as well. */
export function serveRoute<R extends Route & { readonly role: Role }>(
  app: FastifyInstance,
  route: R,
  answer: (asker: Asker, given: Given<R>) => Promise<Reply<R>>,
): void {
  const { method, path, role, summary, reply, params, query, body, mostBytes } = route;
  app.route({
    method,
    url: path,
    onRequest: permit(role),
    ...(mostBytes === undefined ? {} : { bodyLimit: mostBytes }),
    schema: {
      summary,
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
      response: { 200: reply, '4xx': Refusal, '5xx': Refusal },
    },
    handler: async (request, response) => {
      response.header('cache-control', 'no-store');
      const { params, query, body, account } = request;
      const asker: Asker = {
        ...{ library: libraryOf(request), account },
        write: (trx, what, onWhat) => writeAudit(trx, account, what, onWhat),
        needProof: () => needFreshProof(app.administration.store.db, tokenOf(request), new Date()),
      };
      return answer(asker, { params, query, body } as unknown as Given<R>);
    },
  });
}
