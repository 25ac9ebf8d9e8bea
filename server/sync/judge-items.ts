import { createHash } from 'node:crypto';
import type { Item } from '../../core/contract/sync/batch.ts';
import { Happening } from '../../core/contract/sync/count.ts';
import type { QuarantineRow } from '../store/tables.ts';

/** An item as it would be stored. */
export type GoodItem = Pick<Item, 'id' | 'seq' | 'type'> & { readonly hour: string; readonly body: string };
/** An item for quarantine, and why. */
export type SetAside = Pick<QuarantineRow, 'id' | 'sha256' | 'why' | 'item'>;

/** Judges one item by itself; it never throws, whatever is in it. */
export function judgeItem(item: Item): { good: GoodItem } | { aside: SetAside } {
  if (Number.isNaN(Date.parse(item.at))) return { aside: setAside(item, 'no-hour') };
  const happening = Happening.safeParse({ type: item.type, body: item.body });
  if (!happening.success) return { aside: setAside(item, 'not-understood') };
  const { type, body } = happening.data;
  // As zod gives it back, so that the same content is the same text, in whatever order it was sent.
  return { good: { id: item.id, seq: item.seq, type, hour: item.at, body: JSON.stringify(body) } };
}

/** An item as it is kept for people. */
export function setAside(item: Item, why: QuarantineRow['why']): SetAside {
  const text = textOf(item);
  return { id: item.id, why, item: text, sha256: createHash('sha256').update(text).digest('hex') };
}

function textOf(item: Item): string {
  try {
    return JSON.stringify(item);
  } catch {
    // Nested deeper than it can be written: nobody reads that either.
    return JSON.stringify({ ...item, body: null });
  }
}
