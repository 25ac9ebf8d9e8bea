import { setFlagsFromString } from 'node:v8';

/**
 * Has this process collect its new garbage on the thread that made it. A server makes little at a time, and waking other threads for that took
 * an eighth of the processor time of an answer (the row `poll` of `npm run bench`). A flag that this V8 does not know changes nothing.
 */
export function collectAlone(): void {
  setFlagsFromString('--no-parallel-scavenge');
}
