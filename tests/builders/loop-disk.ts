import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aDataFolder } from './a-store.ts';

/** A real file system in a file, of which the power can be cut. */
export type LoopDisk = {
  readonly folder: string;
  /**
   * From now on nothing reaches the disk, and all that was not synced is lost: reading and writing fail with EIO. Gives the last moment
   * before it, as `process.hrtime.bigint()` counts in any process. Cutting takes milliseconds in which the machine runs on, which it does
   * not when its power is cut: an fdatasync that is under way then ends without an error, and what it synced is lost all the same.
   * So what is said from that moment on is said of no disk.
   */
  readonly cutPower: () => bigint;
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
    cutPower: () => BigInt(run('perl', '-e', CUT, folder)),
    unmount: () => run('umount', folder),
    mount,
    keep: () => copySparse(image, kept),
    bringBack: () => copySparse(kept, image),
  };
}

function copySparse(from: string, to: string): void {
  run('cp', '--sparse=always', from, to);
}

/** EXT4_IOC_SHUTDOWN without flushing the journal. Node has no ioctl, and every Debian has perl. */
const CUT = `use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
  open(my $disk, "<", shift) or die $!;
  my $how = pack("L", 2);
  my $last = clock_gettime(CLOCK_MONOTONIC);
  ioctl($disk, 0x8004587d, $how) or die $!;
  printf("%.0f", $last * 1e9)`;

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { stdio: 'pipe', encoding: 'utf8' });
}
