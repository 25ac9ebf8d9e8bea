import type { KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeviceKey, openDeviceKey } from '../../trust/jws/device-key.ts';

/** Where the key of a device lies: beside its stores, in none of them, and in none of their copies. */
export const deviceKeyFile = (dataDir: string) => join(dataDir, 'device.key');

/** The key of this device. Throws when there is none, or what is there is none. */
export function readDeviceKey(dataDir: string): KeyObject {
  return openDeviceKey(readFileSync(deviceKeyFile(dataDir), 'utf8'));
}

/**
 * Makes a key beside the one in use, for the account alone that runs this; it is on the disk before anybody hears of it. `use` puts
 * it in the place of the one before, in one step. Throws the error of the disk.
 */
export function makeDeviceKeyFile(dataDir: string): {
  readonly key: KeyObject;
  readonly use: () => void;
  readonly forget: () => void;
} {
  const fresh = `${deviceKeyFile(dataDir)}.new`;
  rmSync(fresh, { force: true });
  const { key, text } = makeDeviceKey();
  const descriptor = openSync(fresh, 'wx', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return {
    key,
    use: () => {
      renameSync(fresh, deviceKeyFile(dataDir));
      const folder = openSync(dataDir, 'r');
      try {
        fsyncSync(folder);
      } finally {
        closeSync(folder);
      }
    },
    forget: () => rmSync(fresh, { force: true }),
  };
}
