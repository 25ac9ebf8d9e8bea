import { readFileSync } from 'node:fs';

/** The most memory that a process had so far, in MB. Throws when it has ended. */
export function peakMemoryMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
