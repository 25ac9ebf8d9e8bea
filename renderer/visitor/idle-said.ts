import type { Say } from '../words/start-words.ts';

/** At so many seconds left, it is said again how many there are. */
const SAID_AGAIN: readonly number[] = [20, 10, 5];
/** Saying it takes about as long: nothing is said into what is still being said. */
const SAYING_SECONDS = 5;

/**
 * What the warning says aloud with so many seconds left, when it began with `began`: first the question and the seconds,
 * then now and then the seconds that are left, as the screen counts them down. Undefined when it is quiet.
 */
export function idleSaid(say: Say, secondsLeft: number, began: number): string | undefined {
  const left = say('idle.left', { count: secondsLeft });
  if (secondsLeft >= began) return `${say('idle.title')} ${left}`;
  return SAID_AGAIN.includes(secondsLeft) && began - secondsLeft >= SAYING_SECONDS ? left : undefined;
}
