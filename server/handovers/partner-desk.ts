import { createHash } from 'node:crypto';
import type { SealedState } from '../../core/contract/sync/handovers.ts';
import { type HandoverState, isOver, move } from '../../core/domain/desk/handover.ts';
import type { HandoverCode } from '../../core/domain/desk/handover-code.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { HandoverRow } from './handover-tables.ts';

/** So long can be fetched again what was fetched: a proxy has the whole of it before the telephone has, and a download breaks. */
export const AGAIN_MS = 10 * 60_000;

/** A handover as its partner sees it, with the names that people read. `canFetch`: what is sealed is here. */
export type SeenHandover = Pick<
  HandoverRow,
  'id' | 'state' | 'given_at' | 'sealed_state' | 'sealed_until'
> & {
  readonly partnerName: string;
  readonly libraryName: string;
  readonly branchName: string;
  readonly canFetch: boolean;
};

/** The handover with this code; undefined when there is none, or not any more. */
export async function findByCode(
  { db }: Pick<ServerStore, 'db'>,
  code: HandoverCode,
  now: Date,
): Promise<SeenHandover | undefined> {
  const at = now.toISOString();
  const row = await db
    .selectFrom('handovers')
    .innerJoin('partners', (join) =>
      join.onRef('partners.library', '=', 'handovers.library').onRef('partners.id', '=', 'handovers.partner'),
    )
    .innerJoin('libraries', 'libraries.id', 'handovers.library')
    .innerJoin('branches', (join) =>
      join.onRef('branches.library', '=', 'handovers.library').onRef('branches.id', '=', 'handovers.branch'),
    )
    .select(['handovers.id', 'state', 'given_at', 'sealed_state', 'sealed_until'])
    .select(['partners.name as partnerName', 'libraries.name as libraryName', 'branches.name as branchName'])
    .select((make) => make('sealed', 'is not', null).as('isHere'))
    .where('code', '=', hashOf(code))
    .where('open_until', '>', at)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { isHere, ...seen } = row;
  const isLate = row.sealed_until <= at;
  return {
    ...seen,
    sealed_state: isLate && seen.sealed_state === 'waiting' ? 'deleted' : seen.sealed_state,
    canFetch: Boolean(isHere) && !isLate,
  };
}

/** The partner says how far it is. False when that cannot be said now: somebody else was first. */
export async function partnerSays(
  { db }: Pick<ServerStore, 'db'>,
  { id, state, sealed_state }: SeenHandover,
  to: HandoverState,
): Promise<boolean> {
  const after = move(state, to, 'partner');
  if (after === undefined) return false;
  const changed = await db
    .updateTable('handovers')
    .set({ state: after, ...(isOver(after) ? sealedGone(sealed_state) : {}) })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** What a row says of what is sealed once it is deleted: also what was fetched a moment ago is not there any more. */
export function sealedGone(state: SealedState): Pick<HandoverRow, 'sealed' | 'sealed_state'> {
  return { sealed: null, sealed_state: state === 'waiting' ? 'deleted' : state };
}

/** The age file that waits for the partner, or was fetched a moment ago; undefined when there is none. */
export async function readSealed(
  { db }: Pick<ServerStore, 'db'>,
  { id, canFetch }: SeenHandover,
): Promise<Buffer | undefined> {
  if (!canFetch) return undefined;
  const row = await db.selectFrom('handovers').select('sealed').where('id', '=', id).executeTakeFirst();
  return row?.sealed == null ? undefined : Buffer.from(row.sealed, 'base64');
}

/** The whole file went out: from now on it can be fetched for some minutes, and no longer than before. */
export async function markDelivered(
  { db }: Pick<ServerStore, 'db'>,
  { id, sealed_until }: SeenHandover,
  now: Date,
): Promise<void> {
  const soon = new Date(now.getTime() + AGAIN_MS).toISOString();
  await db
    .updateTable('handovers')
    .set({ sealed_state: 'delivered', sealed_until: soon < sealed_until ? soon : sealed_until })
    .where('id', '=', id)
    .where('sealed_state', '=', 'waiting')
    .execute();
}

function hashOf(code: HandoverCode): string {
  return createHash('sha256').update(code).digest('hex');
}
