import { slipsBetween } from '../../../core/domain/search/typing.ts';
import type { SearchStore } from './search-store.ts';
import { HEAD_LETTERS } from './write-words.ts';

/** So many words with the same head are looked at. */
const MOST_WORDS = 200;

/**
 * The beginnings of words that lie one slip away from one that nobody writes: what somebody types who made a slip and is
 * not done yet. Empty for fewer letters than a head has. A slip in the head is found by the deletions of heads; behind it,
 * the words with that head are looked at.
 */
export function nearBeginnings(store: SearchStore, language: number, typed: string): string[] {
  if (typed.length < HEAD_LETTERS) return [];
  const head = typed.slice(0, HEAD_LETTERS);
  const lengths = [typed.length - 1, typed.length, typed.length + 1];
  const behind = store
    .wordsWithHead(language, head, MOST_WORDS)
    .flatMap((word) => lengths.map((length) => word.slice(0, length)));
  // After a letter too few, another one, or one too many, the rest goes on at another place. The last of the head and
  // the first of the rest may have changed places too.
  const rests = [-1, 0, 1].map((shift) => typed.slice(HEAD_LETTERS + shift));
  rests.push(head.slice(-1) + typed.slice(HEAD_LETTERS + 1));
  const inHead = store
    .heads(language, head)
    .flatMap((other) => rests.map((rest) => other + rest))
    .filter((beginning) => slipsBetween(typed, beginning, 1) === 1 && store.begins(language, beginning));
  return [...new Set([...inHead, ...behind])].filter(
    (beginning) => beginning.length >= HEAD_LETTERS && slipsBetween(typed, beginning, 1) === 1,
  );
}
