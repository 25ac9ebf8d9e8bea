import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Done, Session } from '../../core/contract/administration/account.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { permit } from '../accounts/permit.ts';
import { clearSessionCookie, readSessionCookie } from '../accounts/session-cookie.ts';
import { endSession, findSession } from '../accounts/sessions.ts';
import { RefusedError } from '../http/refusal.ts';

/** `GET /api/v1/session`: who is signed in. `DELETE`: signs out. */
export function serveSession(app: FastifyInstance): void {
  const { store } = app.administration;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/api/v1/session',
    {
      onRequest: permit('reader'),
      schema: { summary: 'Who is signed in.', response: { 200: Session, '4xx': Refusal, '5xx': Refusal } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const session = await findSession(store.db, readSessionCookie(request) ?? '', new Date());
      if (session === undefined) throw new RefusedError('not-signed-in', 'Sign in first.');
      return session;
    },
  );
  routes.delete(
    '/api/v1/session',
    {
      onRequest: permit('reader'),
      schema: { summary: 'Signs out.', response: { 200: Done, '4xx': Refusal, '5xx': Refusal } },
    },
    async (request, reply) => {
      await endSession(store.db, readSessionCookie(request) ?? '');
      clearSessionCookie(request, reply);
      return {};
    },
  );
}
