import type { FastifyRequest } from 'fastify';
import { includesRole, type Role } from '../../core/contract/administration/role.ts';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { refuseForeign } from './own-origin.ts';
import { readSessionCookie } from './session-cookie.ts';
import { findSession } from './sessions.ts';

/**
 * Lets a request by whose account has at least a role, and sets `request.account`; everybody else is refused. As `onRequest` of
 * a route it is asked before anything of the body is read:
 *
 *     app.post(path, { onRequest: permit('publisher'), schema }, async (request) => { const library = libraryOf(request); … });
 *
 * Throws RefusedError: `not-signed-in`, `not-allowed`, and `not-found` for an operator who names a library that is not there.
 */
export function permit(role: Role): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    await refuseForeign(request);
    const { store } = request.server.administration;
    const token = readSessionCookie(request);
    const session = token === undefined ? undefined : await findSession(store.db, token, new Date());
    if (session === undefined) throw new RefusedError('not-signed-in', 'Sign in first.');
    const { account } = session;
    if (!includesRole(account.role, role))
      throw new RefusedError(
        'not-allowed',
        `This needs the role "${role}"; this account is "${account.role}".`,
      );
    const library = await libraryFor(store, account.library, namedLibrary(request));
    request.account = { id: account.id, name: account.name, role: account.role, library };
  };
}

/** The library that a request is about: from the session, and only an operator names one. Throws RefusedError when it did not. */
export function libraryOf(request: FastifyRequest): string {
  const { library } = request.account;
  if (library === undefined)
    throw new RefusedError('bad-request', 'An operator names the library in the address: ?library=ID.');
  return library;
}

async function libraryFor(
  { db }: ServerStore,
  own: string | null,
  named: string | undefined,
): Promise<string | undefined> {
  if (own !== null) {
    if (named === undefined || named === own) return own;
    throw new RefusedError('not-allowed', 'This account belongs to another library.');
  }
  if (named === undefined) return undefined;
  const there = await db.selectFrom('libraries').select('id').where('id', '=', named).executeTakeFirst();
  if (there === undefined) throw new RefusedError('not-found', 'There is no such library.');
  return there.id;
}

/** From the address itself: the schema of a route may not know of it. */
function namedLibrary(request: FastifyRequest): string | undefined {
  const named = new URLSearchParams(request.url.split('?')[1]).getAll('library');
  if (named.length === 0) return undefined;
  const library = LibraryId.safeParse(named[0]);
  if (named.length === 1 && library.success) return library.data;
  throw new RefusedError('bad-request', '?library= is no id of a library, or stands there twice.');
}
