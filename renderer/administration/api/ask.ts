import { REQUEST_HEADER } from '../../../core/contract/administration/account.ts';
import {
  type Asked,
  addressOf,
  type Reply,
  type Route,
} from '../../../core/contract/administration/route.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';

/** Why a question has no answer: the server says so, does not answer, or is of another version than this page. */
export type AskFault = Refusal['why'] | 'offline' | 'other-version';

/** A question without an answer. */
export class AskError extends Error {
  readonly fault: AskFault;
  constructor(fault: AskFault, cause?: unknown) {
    super(`The server was asked in vain: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** Kept for this window, so that it is still so when the page is loaded again, and in a preview. */
const LIBRARY = 'balie:library';
/** Whom an operator acts for: named in every question. */
let library = sessionStorage.getItem(LIBRARY) ?? undefined;

/** From now on, questions are about this library. Only an operator may say so; all others have one. */
export function actFor(id: string | undefined): void {
  library = id;
  if (id === undefined) sessionStorage.removeItem(LIBRARY);
  else sessionStorage.setItem(LIBRARY, id);
}

/** Whom an operator acts for. */
export function actingFor(): string | undefined {
  return library;
}

/** The address of what a link takes from the server. */
export function hrefTo(route: Route): string {
  return addressOf(route, { query: { library } });
}

/** Asks a route of the server. Throws AskError. */
export async function ask<R extends Route>(route: R, asked: Asked<R>): Promise<Reply<R>> {
  const { params, query, body } = asked as {
    readonly params?: object;
    readonly query?: object;
    readonly body?: unknown;
  };
  const response = await fetch(
    addressOf(route, {
      ...(params && { params }),
      query: { ...query, ...(route.own !== true && { library }) },
    }),
    route.method === 'GET'
      ? {}
      : {
          method: route.method,
          headers: { 'content-type': 'application/json', [REQUEST_HEADER]: '1' },
          body: JSON.stringify(body ?? {}),
        },
  ).catch((cause: unknown) => {
    throw new AskError('offline', cause);
  });
  const said: unknown = await response.json().catch((cause: unknown) => {
    // A web server in front of ours says that it is too much in a page of its own.
    throw new AskError(response.status === 413 ? 'too-large' : 'offline', cause);
  });
  if (!response.ok) {
    const refusal = Refusal.safeParse(said);
    throw new AskError(refusal.success ? refusal.data.why : 'other-version');
  }
  const reply = route.reply.safeParse(said);
  if (!reply.success) throw new AskError('other-version', reply.error);
  return reply.data as Reply<R>;
}
