import type { FastifyInstance } from 'fastify';
import { OIDC_MS, OIDC_RETURN } from '../accounts/oidc.ts';
import { ownOrigin, refuseForeign } from '../accounts/own-origin.ts';
import { attributesFor, cookieName, writeSessionCookie } from '../accounts/session-cookie.ts';
import { RefusedError } from '../http/refusal.ts';

const COOKIE = 'balie-oidc';

/** `/api/v1/sign-in/oidc`: sends a browser to the sign-in of the organisation, and takes it in when it comes back. */
export function serveOidcSignIn(app: FastifyInstance): void {
  const { oidc, limited } = app.administration;
  const open = { ...limited, onRequest: refuseForeign };
  const none = () => new RefusedError('not-found', 'This server knows no sign-in of an organisation.');
  app.get(
    '/api/v1/sign-in/oidc',
    { ...open, schema: { summary: 'Sends a browser to the sign-in of the organisation.' } },
    async (request, reply) => {
      if (oidc === undefined) throw none();
      const { address, browser } = await oidc.begin(ownOrigin(request), new Date());
      // Lax, not strict: the browser comes back from elsewhere, and must bring it.
      reply.setCookie(cookieName(request, COOKIE), browser, {
        ...attributesFor(request),
        sameSite: 'lax',
        maxAge: OIDC_MS / 1000,
      });
      return reply.redirect(address.href, 303);
    },
  );
  app.get(
    OIDC_RETURN,
    { ...open, schema: { summary: 'Where the sign-in of the organisation sends a browser back to.' } },
    async (request, reply) => {
      if (oidc === undefined) throw none();
      const name = cookieName(request, COOKIE);
      reply.clearCookie(name, { ...attributesFor(request), sameSite: 'lax' });
      try {
        const query = request.url.split('?')[1] ?? '';
        const opened = await oidc.end(ownOrigin(request), query, request.cookies[name], new Date());
        writeSessionCookie(request, reply, opened.token);
      } catch (error) {
        // A person looks at this, not a program; only what is broken is an error of this server.
        if (!(error instanceof RefusedError) || error.why !== 'sign-in-failed') throw error;
        return reply.redirect('/administration/?sign-in=refused', 303);
      }
      return reply.redirect('/administration/', 303);
    },
  );
}
