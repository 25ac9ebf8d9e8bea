import { get } from 'node:http';
import { get as getSecurely } from 'node:https';
import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { MOST_PLAN_BYTES } from '../../core/contract/sync/plan.ts';
import { SyncError } from '../outbox/sync-error.ts';

const PATIENCE_MS = 30_000;

/** What a server answers: nothing new, or a plan that nobody has looked at yet. */
export type PlanGot =
  | 'unchanged'
  | { readonly body: Buffer; readonly signature: string; readonly etag: string };

/**
 * Asks a server for a plan; `etag` of the one that is known. Throws SyncError: `unreachable`, `unavailable`, or `not-the-server` when
 * something else answers. Nothing is followed.
 */
export function getPlan(server: URL, place: string, etag: string | undefined): Promise<PlanGot> {
  return new Promise((resolve, reject) => {
    const base = server.href.endsWith('/') ? server.href : `${server.href}/`;
    const ask = server.protocol === 'https:' ? getSecurely : get;
    const headers = {
      'accept-encoding': 'identity',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    const sent = ask(new URL(place, base), { headers, agent: false });
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
        if (length > MOST_PLAN_BYTES) response.destroy(new Error('an answer without an end'));
        chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () => {
        const { statusCode = 0, headers: heads } = response;
        if (statusCode === 304 && etag !== undefined) resolve('unchanged');
        else if (statusCode === 200)
          resolve({
            body: Buffer.concat(chunks),
            signature: String(heads[SIGNATURE_HEADER] ?? ''),
            etag: String(heads.etag ?? ''),
          });
        else reject(refusalOf(statusCode, server.host));
      });
    });
  });
}

function refusalOf(status: number, host: string): SyncError {
  return status >= 500 || status === 429
    ? new SyncError('unavailable', `${host} is out of order for now (${status}). Try again later.`)
    : new SyncError('not-the-server', `${host} has no plan for this branch (${status}).`);
}
