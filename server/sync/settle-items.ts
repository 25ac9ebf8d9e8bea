import type { ItemResult } from '../../core/contract/sync/batch.ts';
import { type GoodItem, type JudgedItem, type SetAside, setAside } from './judge-items.ts';

/** What becomes of each item of a batch, in its order and each id once, and what is set aside. */
export type Settled = {
  readonly results: readonly { readonly id: string; readonly result: ItemResult }[];
  readonly aside: readonly SetAside[];
};

/** The good items of a batch, each id once: the first that has it. */
export function firstOfEach(judged: readonly JudgedItem[]): ReadonlyMap<string, GoodItem> {
  const first = new Map<string, GoodItem>();
  for (const { good } of judged) if (good !== undefined && !first.has(good.id)) first.set(good.id, good);
  return first;
}

/**
 * Says what becomes of the items of a batch. `fresh`: the ids that were new and were stored; `before`: what was stored earlier under
 * the others. What has other content than is stored under its id is set aside.
 */
export function settleItems(
  judged: readonly JudgedItem[],
  fresh: ReadonlyMap<string, GoodItem>,
  before: ReadonlyMap<string, GoodItem>,
): Settled {
  const results = new Map<string, ItemResult>();
  const aside: SetAside[] = [];
  for (const { item, good, aside: poison } of judged) {
    if (good !== undefined) {
      const stored = fresh.get(item.id);
      const there = stored ?? before.get(item.id);
      // Neither stored now nor there: it was counted and then purged.
      if (stored === good || there === undefined || sameContent(good, there)) {
        results.set(item.id, stored === undefined ? 'known' : 'stored');
        continue;
      }
    }
    aside.push(poison ?? setAside(item, 'other-content'));
    if (!results.has(item.id)) results.set(item.id, 'quarantined');
  }
  return { results: [...results].map(([id, result]) => ({ id, result })), aside };
}

function sameContent(one: GoodItem, other: GoodItem): boolean {
  return (
    one.seq === other.seq && one.type === other.type && one.hour === other.hour && one.body === other.body
  );
}
