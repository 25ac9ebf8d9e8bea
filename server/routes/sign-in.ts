import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  Done,
  PasskeyAnswer,
  PasskeyChallenge,
  PasswordSignIn,
  Session,
  SignInWays,
} from '../../core/contract/administration/account.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { accountOf } from '../accounts/find-account.ts';
import { knownBrowser, rememberBrowser } from '../accounts/known-browser.ts';
import { ownOrigin, refuseForeign } from '../accounts/own-origin.ts';
import { askForPasskey, hasPasskeys, signInWithPasskey } from '../accounts/passkeys.ts';
import { writeSessionCookie } from '../accounts/session-cookie.ts';
import { type Opened, signInWithPassword } from '../accounts/sign-in-with-password.ts';

const REFUSALS = { '4xx': Refusal, '5xx': Refusal };

/** `/api/v1/sign-in…`: the ways in, and signing in with a password or a passkey. */
export function serveSignIn(app: FastifyInstance): void {
  const { store, limited, oidc } = app.administration;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/api/v1/sign-in',
    {
      onRequest: refuseForeign,
      schema: { summary: 'How somebody can sign in here.', response: { 200: SignInWays, ...REFUSALS } },
    },
    async (request) => ({
      password: true as const,
      passkey: hasPasskeys(ownOrigin(request)),
      oidc: oidc?.label ?? null,
    }),
  );
  routes.post(
    '/api/v1/sign-in/password',
    {
      ...limited,
      onRequest: refuseForeign,
      schema: {
        summary: 'Signs in with a password and a one-time code.',
        body: PasswordSignIn,
        response: { 200: Session, ...REFUSALS },
      },
    },
    async (request, reply) =>
      letIn(
        request,
        reply,
        await signInWithPassword(store, request.body, await knownBrowser(request), new Date()),
      ),
  );
  routes.post(
    '/api/v1/sign-in/passkey/challenge',
    {
      ...limited,
      onRequest: refuseForeign,
      schema: {
        summary: 'Asks a browser for a passkey.',
        body: Done,
        response: { 200: PasskeyChallenge, ...REFUSALS },
      },
    },
    async (request) => askForPasskey(store, ownOrigin(request), new Date()),
  );
  routes.post(
    '/api/v1/sign-in/passkey',
    {
      ...limited,
      onRequest: refuseForeign,
      schema: {
        summary: 'Signs in with a passkey.',
        body: PasskeyAnswer,
        response: { 200: Session, ...REFUSALS },
      },
    },
    async (request, reply) =>
      letIn(request, reply, await signInWithPasskey(store, ownOrigin(request), request.body, new Date())),
  );
}

/** Gives the browser the token of a session that was opened, and knows it from now on; what is told of it. */
export async function letIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, account, endsAt }: Opened,
): Promise<Session> {
  writeSessionCookie(request, reply, token);
  await rememberBrowser(request, reply, account);
  return { account: accountOf(account), endsAt };
}
