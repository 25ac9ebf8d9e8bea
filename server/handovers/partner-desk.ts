import { createHash } from 'node:crypto';
import { type HandoverState, isOver, move } from '../../core/domain/desk/handover.ts';
import type { HandoverCode } from '../../core/domain/desk/handover-code.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { HandoverRow } from './handover-tables.ts';

/** A handover as its partner sees it, with the names that people read. */
export type SeenHandover = Pick<
  HandoverRow,
  'id' | 'state' | 'given_at' | 'sealed_state' | 'sealed_until'
> & {
  readonly partnerName: string;
  readonly libraryName: string;
  readonly branchName: string;
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
    .where('code', '=', hashOf(code))
    .where('open_until', '>', at)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const isLate = row.sealed_state === 'waiting' && row.sealed_until <= at;
  return isLate ? { ...row, sealed_state: 'deleted' } : row;
}

/** The partner says how far it is. False when that cannot be said now: somebody else was first. */
export async function partnerSays(
  { db }: Pick<ServerStore, 'db'>,
  { id, state, sealed_state }: SeenHandover,
  to: HandoverState,
): Promise<boolean> {
  const after = move(state, to, 'partner');
  if (after === undefined) return false;
  const mustGo = isOver(after) && sealed_state === 'waiting';
  const changed = await db
    .updateTable('handovers')
    .set({ state: after, ...(mustGo ? { sealed: null, sealed_state: 'deleted' as const } : {}) })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** The age file that waits for the partner; undefined when none does. */
export async function readSealed(
  { db }: Pick<ServerStore, 'db'>,
  { id, sealed_state }: SeenHandover,
): Promise<Buffer | undefined> {
  if (sealed_state !== 'waiting') return undefined;
  const row = await db.selectFrom('handovers').select('sealed').where('id', '=', id).executeTakeFirst();
  return row?.sealed == null ? undefined : Buffer.from(row.sealed, 'base64');
}

/** The partner has the file: it is deleted here. */
export async function markDelivered({ db }: Pick<ServerStore, 'db'>, id: string): Promise<void> {
  await db
    .updateTable('handovers')
    .set({ sealed: null, sealed_state: 'delivered' })
    .where('id', '=', id)
    .where('sealed_state', '=', 'waiting')
    .execute();
}

function hashOf(code: HandoverCode): string {
  return createHash('sha256').update(code).digest('hex');
}
