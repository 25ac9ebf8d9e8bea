import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { serveAccountList } from '../routes/accounts.ts';
import { serveInvitation } from '../routes/invitation.ts';
import { serveOwnAccount } from '../routes/own-account.ts';
import { serveSession } from '../routes/session.ts';
import { serveSignIn } from '../routes/sign-in.ts';
import { serveOidcSignIn } from '../routes/sign-in-oidc.ts';
import { ACCOUNT_DECORATOR, type Administration } from './administration.ts';

/** Makes `permit` work in all routes that are added after it, and adds those of signing in, of accounts and of the audit trail. */
export async function serveAccounts(app: FastifyInstance, administration: Administration): Promise<void> {
  await app.register(fastifyCookie);
  app.decorate('administration', administration);
  app.decorateRequest('account', ACCOUNT_DECORATOR);
  serveSignIn(app);
  serveOidcSignIn(app);
  serveSession(app);
  serveInvitation(app);
  serveOwnAccount(app);
  serveAccountList(app);
}
