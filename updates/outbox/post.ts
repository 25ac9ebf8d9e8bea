import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { askServer } from './ask-server.ts';
import { type Posted, SyncError } from './sync-error.ts';

/** An answer is an acknowledgement of 200 items at most: 20 KB. */
const MOST_ANSWER_BYTES = 128 * 1024;

/** The address of a server: https, or http on this machine. Throws SyncError (`not-allowed`). */
export function serverAddress(text: string): URL {
  const address = urlOf(text);
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(address?.hostname ?? '');
  if (address?.protocol === 'https:' || (address?.protocol === 'http:' && local)) return address;
  throw new SyncError(
    'not-allowed',
    `"${text}" is no address of a server. Write it as https://…; http:// only on this machine.`,
  );
}

/**
 * Sends a JSON text to a place under the address of a server. Throws SyncError: with the server's own reason when it refuses, else
 * `unreachable`, or `not-the-server` when something else answers. Nothing is followed, and nothing longer than `mostBytes` is read.
 */
export async function post(
  server: URL,
  place: string,
  body: Buffer,
  signature?: string,
  mostBytes = MOST_ANSWER_BYTES,
): Promise<Posted> {
  const {
    status,
    headers,
    body: answer,
  } = await askServer(server, place, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(signature === undefined ? {} : { [SIGNATURE_HEADER]: signature }),
    },
    body,
    mostBytes,
  });
  const posted = { body: answer, signature: String(headers[SIGNATURE_HEADER] ?? '') };
  if (status >= 200 && status < 300) return posted;
  throw refusalIn(posted, status, server);
}

/** What a text of JSON holds; undefined when it is none. */
export function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function refusalIn(answer: Posted, status: number, { host }: URL): SyncError {
  const refusal = Refusal.safeParse(parsed(answer.body)).data;
  if (refusal !== undefined) return new SyncError(refusal.why, `${host} refuses: ${refusal.message}`, answer);
  return status >= 500
    ? new SyncError('unavailable', `${host} is out of order for now (${status}). Try again later.`)
    : new SyncError('not-the-server', `${host} answers with ${status}, as no server of Balie does.`);
}

/** Not with URL.parse: the oldest runtime has none. */
function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
