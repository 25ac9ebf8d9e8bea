import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SecretsKey } from '../store/secrets-key.ts';
import type { AccountRow } from './account-tables.ts';
import { nameKey } from './find-account.ts';
import { attributesFor, cookieName } from './session-cookie.ts';

/** As long as browsers keep a cookie at most (RFC 6265bis, 5.6.2). */
const KEPT_MS = 400 * 86_400_000;
/** So many accounts sign in with one browser, of a computer at the desk. */
const MOST_ACCOUNTS = 4;
const COOKIE = 'balie-known';
const APART = '~';

const Known = z.strictObject({ who: z.string(), id: z.uuid(), until: z.number() });

/**
 * Tells by whom tries are counted. Without an id: by the name, for all browsers together. With one: somebody signed in to this account
 * with this browser before, so its tries are counted by themselves, and nobody who tries elsewhere keeps them out (decision 27).
 */
export type KnownBrowser = (who: string) => string | undefined;

/** By which name tries to sign in are counted, whether there is such an account or not. */
export function whoOf({ library, name }: Pick<AccountRow, 'library' | 'name'>): string {
  return `${library ?? ''}/${nameKey(name)}`;
}

/** What the browser of a request is known by. What it did not get from this server counts for nothing. */
export async function knownBrowser(request: FastifyRequest): Promise<KnownBrowser> {
  const known = await readKnown(request);
  return (who) => known.find((each) => each.who === who)?.id;
}

/** Somebody signed in with this browser: it gets a new mark of that, which says nothing of them to anybody else. */
export async function rememberBrowser(
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountRow,
): Promise<void> {
  const who = whoOf(account);
  const others = (await readKnown(request)).filter((each) => each.who !== who);
  const known = [{ who, id: randomUUID(), until: Date.now() + KEPT_MS }, ...others].slice(0, MOST_ACCOUNTS);
  const secrets = await request.server.administration.store.secrets();
  const marks = known.map((each) => secrets.seal(JSON.stringify(each), COOKIE)).join(APART);
  reply.setCookie(cookieName(request, COOKIE), marks, {
    ...{ ...attributesFor(request), sameSite: 'strict', maxAge: KEPT_MS / 1000 },
  });
}

async function readKnown(request: FastifyRequest) {
  const marks = request.cookies[cookieName(request, COOKIE)]?.split(APART).slice(0, MOST_ACCOUNTS) ?? [];
  if (marks.length === 0) return [];
  const secrets = await request.server.administration.store.secrets();
  return marks.flatMap((mark) => openMark(secrets, mark)).filter(({ until }) => until > Date.now());
}

function openMark(secrets: SecretsKey, mark: string): z.infer<typeof Known>[] {
  try {
    return [Known.parse(JSON.parse(secrets.open(mark, COOKIE)))];
  } catch {
    return []; // of another server, or made up
  }
}
