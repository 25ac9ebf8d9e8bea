import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { TrustError } from '../trust-error.ts';

/** Not among the names of a repository, so no kiosk asks for it. */
const LOCK = '.lock';
const Holder = z.object({ pid: z.number().int().positive(), host: z.string(), since: z.string() });
/** Whoever makes a lock has written into it by then. */
const WRITTEN_MS = 10_000;

/**
 * Locks a repository in a folder for this process: two commands that sign at the same moment would give two lists one number. What a
 * process left behind that is no longer there is taken over, and so is a lock from before this machine was switched on, `upSeconds` ago: another
 * process may have its number by now. Returns what unlocks it. Throws TrustError when another process holds
 * it, or when it cannot be written.
 */
export function lockFolder(folder: string, now: Date, upSeconds = uptime()): () => void {
  const file = join(folder, LOCK);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: now.toISOString() });
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // There is no such folder: whoever reads it says so.
      if (code === 'ENOENT') return () => undefined;
      if (code !== 'EEXIST')
        throw new TrustError(
          `"${file}" cannot be written (${code}). Look at the disk and its rights, then run the same command again.`,
          { cause: error },
        );
    }
    const text = textOf(file);
    if (text === undefined) continue;
    const holder = holderOf(text);
    if (holder?.pid === process.pid && holder.host === hostname()) return () => undefined;
    if (!isOver(holder, file, { now, upSeconds })) throw taken(folder, file, holder);
    takeAway(file, text);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new TrustError(`"${file}" cannot be read. Look at its rights, or remove it.`, { cause: error });
  }
}

function holderOf(text: string): z.infer<typeof Holder> | undefined {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined; // The power went before it was on the disk, or it is being written at this moment.
  }
}

/** Of another computer nobody here knows whether its process is still there. */
function isOver(
  holder: z.infer<typeof Holder> | undefined,
  file: string,
  { now, upSeconds }: { readonly now: Date; readonly upSeconds: number },
): boolean {
  if (holder === undefined) {
    const found = statSync(file, { throwIfNoEntry: false });
    return found === undefined || now.getTime() - found.mtimeMs > WRITTEN_MS;
  }
  if (holder.host !== hostname()) return false;
  if (Date.parse(holder.since) < now.getTime() - upSeconds * 1000) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Only one of those who do this at the same moment gets it away; one that is new by then is put back. */
function takeAway(file: string, text: string): void {
  const away = `${file}.${process.pid}`;
  try {
    renameSync(file, away);
    if (readFileSync(away, 'utf8') !== text) linkSync(away, file);
  } catch {
    // Somebody else was quicker: what is there now is looked at again.
  }
  rmSync(away, { force: true });
}

function taken(folder: string, file: string, holder: z.infer<typeof Holder> | undefined): TrustError {
  const who =
    holder === undefined
      ? 'another command'
      : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
  return new TrustError(
    `"${folder}" is being changed by ${who}. Wait until that has ended, then run the same command again. If there is no such process any more, remove "${file}".`,
  );
}
