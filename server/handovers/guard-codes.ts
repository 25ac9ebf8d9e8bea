import { countOne, countTry, type Patience, readCounts, takeBackTry, USUAL } from '../accounts/tries.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { addressBlock } from './address-block.ts';

type Counting = Pick<ServerStore, 'db' | 'secrets'>;

const HOUR_MS = 3_600_000;
/**
 * So many wrong codes in this hour and the one before, of all addresses together, are somebody who guesses: a slip of the pen does not
 * count, so partners come to a few.
 */
export const MANY_WRONG = 100;
/**
 * Then an address waits after its third wrong code, for six hours: ten thousand addresses come to 40,000 codes a day, in place of a million.
 * Who types a right code is let in at once all the same, unless somebody at the same address guessed. A code counts as wrong until the desk
 * that gave it was heard: a slip may be here before its desk has a network, so three are free.
 */
const WHILE_GUESSED: Patience = { free: 3, firstMs: 6 * HOUR_MS, longestMs: 6 * HOUR_MS };

/** Counts a code that somebody typed, before it is looked at; `wasRight` or `wasWrong` comes after. `waitMs`: not looked at, for so long. */
export async function mayLook(
  store: Counting,
  address: string,
  now: Date,
): Promise<{ readonly waitMs: number }> {
  const wrong = await readCounts(store, [hourOf(now), hourOf(new Date(now.getTime() - HOUR_MS))]);
  const patience = wrong < MANY_WRONG ? { ...USUAL, everMs: WHILE_GUESSED.longestMs } : WHILE_GUESSED;
  const { wait, waitMs = 0 } = await countTry(store, who(address), now, patience);
  return { waitMs: wait ? Math.max(1, waitMs) : 0 };
}

/** Takes its own try back, and no other: whoever has one slip must not wash out with it what they guessed. */
export function wasRight(store: Counting, address: string, now: Date): Promise<void> {
  return takeBackTry(store, who(address), now);
}

/** There is no such code: it counts for all addresses together too. */
export async function wasWrong(store: Counting, now: Date): Promise<void> {
  await countOne(store, hourOf(now), now);
}

const who = (address: string) => `code of ${addressBlock(address)}`;
const hourOf = (now: Date) => `wrong codes of ${now.toISOString().slice(0, 13)}`;
