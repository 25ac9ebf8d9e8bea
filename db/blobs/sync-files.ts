import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** From so many files on, one `sync` of the whole file system is quicker than one of each. */
const MANY = 8;

/**
 * Returns when files and their names are on the disk, so that no power cut takes them away. `folder` holds them all.
 * Throws the error of the disk. Node knows no syncfs, so for many files `sync -f` of coreutils is asked; where there is none, each file
 * by itself. `run` is how a command is run: its exit status, null when there is none.
 */
export function syncFiles(folder: string, files: readonly string[], run = sync): void {
  if (files.length === 0) return;
  // A disk that failed in it is asked again, file by file: then it says what is wrong.
  if (syncMany(folder, files.length, run)) return;
  for (const file of files) syncOne(file);
  const folders = new Set(files.map((file) => dirname(file)));
  for (const each of folders) syncFolder(each);
  for (const above of new Set([...folders].map((each) => dirname(each)))) syncFolder(above);
  syncFolder(folder);
}

/**
 * The same where they are so many that one `sync` of all is quicker. True when all that had been written in the folder is on the disk; false when
 * each must be asked for by itself.
 */
export function syncMany(folder: string, files: number, run = sync): boolean {
  return files >= MANY && run(folder) === 0;
}

/**
 * Has the disk begin with so many files that were just written, while something else is done. Nobody may count on it: `syncFiles`
 * says when they are there.
 */
export function beginSync(folder: string, files: number, start = startSync): void {
  if (files >= MANY) start(folder);
}

function startSync(folder: string): void {
  const child = spawn('sync', ['-f', folder], { stdio: 'ignore' });
  child.once('error', () => undefined); // There is no such command: then nothing is won.
  child.unref();
}

function sync(folder: string): number | null {
  return spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status;
}

function syncOne(file: string): void {
  const handle = openSync(file, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows knows no such thing for folders. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncOne(folder);
}
