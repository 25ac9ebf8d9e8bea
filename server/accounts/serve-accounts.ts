import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { serveSession } from '../routes/session.ts';
import { ACCOUNT_DECORATOR, type Administration } from './administration.ts';

/** Makes `permit` work in all routes that are added after it, and adds those of signing in, of accounts and of the audit trail. */
export async function serveAccounts(app: FastifyInstance, administration: Administration): Promise<void> {
  await app.register(fastifyCookie);
  app.decorate('administration', administration);
  app.decorateRequest('account', ACCOUNT_DECORATOR);
  serveSession(app);
}
