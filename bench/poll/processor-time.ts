import { readFileSync } from 'node:fs';

/** Linux counts processor time in these, whatever the machine. */
const TICKS_A_SECOND = 100;

/** Seconds of processor time that a process took so far, in the system as well. Throws when it has ended. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  // utime and stime are the 14th and 15th (proc(5)); the two before ") " are gone, and the first has number 0.
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
