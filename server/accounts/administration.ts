import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { ServerStore } from '../store/open-server-store.ts';
import type { Actor } from './actor.ts';
import type { Oidc } from './oidc.ts';

/** What the routes of the administration have in common. */
export type Administration = {
  readonly store: ServerStore;
  /** Where browsers find it; without, only this computer does. */
  readonly origin: string | undefined;
  /** For routes that let somebody in: how often one address may ask this instance, and how much it reads of it. */
  readonly limited: { readonly bodyLimit: number; readonly config: { readonly rateLimit: RateLimitOptions } };
  /** Signing in at the organisation. */
  readonly oidc: Oidc | undefined;
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
