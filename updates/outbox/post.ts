import { request } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { type Posted, SyncError } from './sync-error.ts';

/** An answer is an acknowledgement of 200 items at most: 20 KB. */
const MOST_ANSWER_BYTES = 128 * 1024;
const PATIENCE_MS = 30_000;

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
 * `unreachable`, or `not-the-server` when something else answers. Nothing is followed.
 */
export function post(server: URL, place: string, body: Buffer, signature?: string): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const ask = server.protocol === 'https:' ? requestSecurely : request;
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(signature === undefined ? {} : { [SIGNATURE_HEADER]: signature }),
    };
    const base = server.href.endsWith('/') ? server.href : `${server.href}/`;
    const sent = ask(new URL(place, base), { method: 'POST', headers, agent: false });
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), PATIENCE_MS);
    const fail = (cause: Error) => {
      const code = (cause as NodeJS.ErrnoException).code ?? cause.message;
      reject(new SyncError('unreachable', `${server.host} cannot be reached (${code}). Is there a network?`));
    };
    sent.once('close', () => clearTimeout(late));
    sent.once('error', fail);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > MOST_ANSWER_BYTES) response.destroy(new Error('an answer without an end'));
        chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () => {
        const answer = Buffer.concat(chunks);
        const status = response.statusCode ?? 0;
        const posted = { body: answer, signature: String(response.headers[SIGNATURE_HEADER] ?? '') };
        if (status >= 200 && status < 300) resolve(posted);
        else reject(refusalIn(posted, status, server));
      });
    });
    sent.end(body);
  });
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
