import { createHash, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeDeviceKey, openDeviceKey } from '../../trust/jws/device-key.ts';

/** Where the key of a device lies: beside its stores, in none of them, and in none of their copies. */
export const deviceKeyFile = (dataDir: string) => join(dataDir, 'device.key');

/** The key of this device. Throws when there is none, or what is there is none. */
export function readDeviceKey(dataDir: string): KeyObject {
  return openDeviceKey(readFileSync(deviceKeyFile(dataDir), 'utf8'));
}

/** A key with which a device asks a server whether it may belong to a library. */
export type AskingKey = {
  readonly key: KeyObject;
  /** Puts it in the place of the one before, in one step. */
  readonly use: () => void;
  /** It is kept for nothing any more: what it was for is settled. */
  readonly settle: () => void;
};

/**
 * The key to ask with, beside the one in use, for the account alone that runs this; it is on the disk before anybody hears of it. When the
 * device asked the same before (`server`, and a code) and does not know what came of it, it is the same key: the server
 * may have taken it, and knows the device by it (decision 25). Throws the error of the disk.
 */
export function askingKey(dataDir: string, server: string, code: string): AskingKey {
  const [fresh, note] = [`${deviceKeyFile(dataDir)}.new`, `${deviceKeyFile(dataDir)}.for`];
  // Not the code itself: it is good for a day.
  const wanted = JSON.stringify({ server, code: createHash('sha256').update(code).digest('hex') });
  return {
    key: keptKey(fresh, note, wanted) ?? freshKey(fresh, note, wanted),
    use: () => {
      renameSync(fresh, deviceKeyFile(dataDir));
      syncFolder(dataDir);
    },
    settle: () => {
      for (const file of [note, fresh]) rmSync(file, { force: true });
    },
  };
}

/** undefined when it is of something else, or cannot be read. */
function keptKey(fresh: string, note: string, wanted: string): KeyObject | undefined {
  try {
    return readFileSync(note, 'utf8') === wanted ? openDeviceKey(readFileSync(fresh, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** What it is for goes first and comes last: a key is never taken for that of something else. */
function freshKey(fresh: string, note: string, wanted: string): KeyObject {
  for (const file of [note, fresh]) rmSync(file, { force: true });
  const { key, text } = makeDeviceKey();
  writeSafely(fresh, text);
  writeSafely(note, wanted);
  syncFolder(dirname(fresh));
  return key;
}

function writeSafely(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
