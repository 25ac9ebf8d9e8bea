import { rmSync, symlinkSync } from 'node:fs';

/** Makes a file one that is there and that the disk does not give up, not even to root: EIO, as on a disk that dies. Linux only. */
export function breakFile(file: string): void {
  rmSync(file);
  symlinkSync('/proc/self/mem', file); // nothing of a process lies at its address 0
}
