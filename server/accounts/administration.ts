import type { FastifyRequest } from 'fastify';
import type { AccountId } from '../../core/contract/administration/account.ts';
import type { Role } from '../../core/contract/administration/role.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** What the routes of the administration have in common. `origin`: where browsers find it; without, only this computer does. */
export type Administration = { readonly store: ServerStore; readonly origin: string | undefined };

/**
 * Who does a request. `library` is the one that the request is about: an account's own, or for an operator the one that it
 * named, if any.
 */
export type Actor = {
  readonly id: AccountId;
  readonly name: string;
  readonly library: string | undefined;
  readonly role: Role;
};

declare module 'fastify' {
  interface FastifyInstance {
    readonly administration: Administration;
  }
  interface FastifyRequest {
    /** Set by `permit`; reading it in a route that has no `permit` throws. */
    account: Actor;
  }
}

/** How `request.account` is kept: forgetting `permit` is a fault of the program, and no request gets by. */
export const ACCOUNT_DECORATOR = {
  getter(this: FastifyRequest): Actor {
    const actor = ACTORS.get(this.raw);
    if (actor === undefined) throw new Error('This route has no permit().');
    return actor;
  },
  setter(this: FastifyRequest, actor: Actor): void {
    ACTORS.set(this.raw, actor);
  },
};
const ACTORS = new WeakMap<FastifyRequest['raw'], Actor>();
