import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aDataFolder } from './a-store.ts';

/** A real file system in a file, of which the power can be cut. */
export type LoopDisk = {
  readonly folder: string;
  /** From now on nothing reaches the disk, and all that was not synced is lost: reading and writing fail with EIO. */
  readonly cutPower: () => void;
  /** Takes it away, as when the machine is off. */
  readonly unmount: () => void;
  /** Mounts it, with what had reached the disk. */
  readonly mount: () => void;
  /** The disk as it is now, to come back to: it must be unmounted. */
  readonly keep: () => void;
  readonly bringBack: () => void;
};

/**
 * An empty ext4 disk of so many megabytes, gone when the test is over. It never passes over a check: without root and loop devices
 * it throws.
 */
export function aLoopDisk(megabytes: number): LoopDisk {
  const sandbox = aDataFolder();
  const [image, kept, folder] = ['image', 'kept', 'disk'].map((name) => join(sandbox, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(folder);
  const mount = () => {
    try {
      run('mount', '-o', 'loop', image, folder);
    } catch (cause) {
      throw new Error('No disk can be made here whose power is cut: it takes root and loop devices.', {
        cause,
      });
    }
  };
  run('truncate', '-s', `${megabytes}M`, image);
  run('mkfs.ext4', '-qF', image);
  mount();
  onTestFinished(() => {
    try {
      run('umount', '--lazy', folder);
    } catch {
      // It was unmounted by the test.
    }
  });
  return {
    folder,
    // EXT4_IOC_SHUTDOWN without flushing the journal. Node has no ioctl, and every Debian has perl.
    cutPower: () =>
      run(
        'perl',
        '-e',
        'open(my $d, "<", shift) or die; my $how = pack("L", 2); ioctl($d, 0x8004587d, $how) or die $!',
        folder,
      ),
    unmount: () => run('umount', folder),
    mount,
    keep: () => copySparse(image, kept),
    bringBack: () => copySparse(kept, image),
  };
}

function copySparse(from: string, to: string): void {
  run('cp', '--sparse=always', from, to);
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}
