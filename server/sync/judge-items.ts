import { createHash } from 'node:crypto';
import type { Item } from '../../core/contract/sync/batch.ts';
import { Happening, hourExists } from '../../core/contract/sync/count.ts';
import { QuestionItem } from '../../core/contract/sync/question.ts';
import type { QuarantineRow } from '../store/tables.ts';

/** An item as it would be stored. */
export type GoodItem = Pick<Item, 'id' | 'seq' | 'type'> & { readonly hour: string; readonly body: string };
/** An item for quarantine, and why. */
export type SetAside = Pick<QuarantineRow, 'id' | 'sha256' | 'why' | 'item'>;
/** What an item is by itself: good, or set aside. */
export type JudgedItem = { readonly item: Item } & (
  | { readonly good: GoodItem; readonly aside?: never }
  | { readonly aside: SetAside; readonly good?: never }
);

/** Judges one item by itself; it never throws, whatever is in it. */
export function judgeItem(item: Item): JudgedItem {
  if (!hourExists(item.at)) return { item, aside: setAside(item, 'no-hour') };
  const body = understand(item.type, item.body);
  if (body === undefined) return { item, aside: setAside(item, 'not-understood') };
  return { item, good: { id: item.id, seq: item.seq, type: item.type, hour: item.at, body } };
}

/** An item as it is kept for people. */
export function setAside(item: Item, why: QuarantineRow['why']): SetAside {
  const text = textOf(item);
  return { id: item.id, why, item: text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** So many bodies are remembered: more than the topics and steps of the packs of a consortium. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/**
 * The body of a happening as it is stored: JSON in the order of the contract, whatever order it came in. undefined when it is none.
 * The same few thousand come again and again, so what was understood once is looked up: by its whole text, so that the contract
 * would say the same of it.
 */
function understand(type: string, body: unknown): string | undefined {
  const text = textOrNothing(body);
  if (text === undefined) return undefined;
  const key = `${type} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const happening = Happening.safeParse({ type, body });
  // A question comes once, so there is nothing to remember.
  if (!happening.success) return questionBody(type, body);
  const stored = JSON.stringify(happening.data.body);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, stored);
  return stored;
}

function questionBody(type: string, body: unknown): string | undefined {
  const question = QuestionItem.safeParse({ type, body });
  return question.success ? JSON.stringify(question.data.body) : undefined;
}

function textOf(item: Item): string {
  // Nested deeper than it can be written: nobody reads that either.
  return textOrNothing(item) ?? JSON.stringify({ ...item, body: null });
}

function textOrNothing(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
