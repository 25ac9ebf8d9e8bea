import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { MOST_PLAN_BYTES } from '../../core/contract/sync/plan.ts';
import { askServer } from '../outbox/ask-server.ts';
import { SyncError } from '../outbox/sync-error.ts';

/** What a server answers: nothing new, or a plan that nobody has looked at yet. */
export type PlanGot =
  | 'unchanged'
  | { readonly body: Buffer; readonly signature: string; readonly etag: string };

/**
 * Asks a server for a plan; `etag` of the one that is known. Throws SyncError: `unreachable`, `unavailable`, or `not-the-server` when
 * something else answers.
 */
export async function getPlan(server: URL, place: string, etag: string | undefined): Promise<PlanGot> {
  const { status, headers, body } = await askServer(server, place, {
    method: 'GET',
    headers: { 'accept-encoding': 'identity', ...(etag === undefined ? {} : { 'if-none-match': etag }) },
    mostBytes: MOST_PLAN_BYTES,
  });
  if (status === 304 && etag !== undefined) return 'unchanged';
  if (status !== 200) throw refusalOf(status, server.host);
  return { body, signature: String(headers[SIGNATURE_HEADER] ?? ''), etag: String(headers.etag ?? '') };
}

function refusalOf(status: number, host: string): SyncError {
  return status >= 500 || status === 429
    ? new SyncError('unavailable', `${host} is out of order for now (${status}). Try again later.`)
    : new SyncError('not-the-server', `${host} has no plan for this branch (${status}).`);
}
