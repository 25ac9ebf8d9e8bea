import type { Say } from '../words/start-words.ts';

/** At so many seconds left, it is said again how many there are. */
const SAID_AGAIN: readonly number[] = [20, 10, 5];
/** Saying it takes about as long: nothing is said into what is still being said. */
const SAYING_SECONDS = 5;
/** The same for the question with all that is to be known. */
const SAYING_ALL_SECONDS = 10;

/**
 * What the warning says aloud with so many seconds left, when it began with `began`: first the question and the seconds, and
 * what becomes of answers when there is time for it, then now and then the seconds that are left, as the screen counts them down.
 * Undefined when it is quiet.
 */
export function idleSaid(say: Say, secondsLeft: number, began: number): string | undefined {
  const left = say('idle.left', { count: secondsLeft });
  const again = SAID_AGAIN.filter((seconds) => began - seconds >= SAYING_SECONDS);
  if (secondsLeft < began) return again.includes(secondsLeft) ? left : undefined;
  const first = `${say('idle.title')} ${left}`;
  return began - (again[0] ?? 0) >= SAYING_ALL_SECONDS ? `${first} ${say('idle.erased')}` : first;
}
