import type { FastifyRequest } from 'fastify';
import { REQUEST_HEADER } from '../../core/contract/administration/account.ts';
import { RefusedError } from '../http/refusal.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Is this the address of a page that only the own computer can show? */
export function isLoopback(origin: URL): boolean {
  return LOOPBACK.has(origin.hostname);
}

/**
 * The origin of the administration's pages: as the server was told, else by the name that the browser asked for, which must
 * then be one of this computer: a foreign name that leads here (DNS rebinding) is no such name.
 * Throws RefusedError when the server is reached from elsewhere and was not told its origin.
 */
export function ownOrigin(request: FastifyRequest): string {
  const { origin } = request.server.administration;
  if (origin !== undefined) return origin;
  const asked = URL.parse(`http://${request.headers.host}`);
  if (asked !== null && isLoopback(asked)) return asked.origin;
  throw new RefusedError(
    'not-allowed',
    'This server was not told its address. Start it with --origin https://…, the address that browsers use.',
  );
}

/**
 * Refuses what a page from elsewhere had a browser send (CSRF; decision 27): a change carries a header of its own, which no
 * foreign page may send, and whatever the browser says of where it comes from is here. Throws RefusedError.
 */
export async function refuseForeign(request: FastifyRequest): Promise<void> {
  const own = ownOrigin(request);
  if (READS.has(request.method)) return;
  const { origin, 'sec-fetch-site': site, [REQUEST_HEADER]: header } = request.headers;
  const foreign = (origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin');
  if (foreign || header === undefined)
    throw new RefusedError(
      'not-allowed',
      `This is done from the pages of this server, with the header ${REQUEST_HEADER}.`,
    );
}
