import { randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname, uptime } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { TrustError } from '../trust-error.ts';

/** Not among the names of a repository, so no kiosk asks for it. */
const LOCK = '.lock';
/** Is a file of this name a lock, or one that is there for a moment while it is taken over? A copy of a repository has none. */
export function isOfLock(name: string): boolean {
  return name === LOCK || name.startsWith(`${LOCK}.`);
}
/** `id` and `space` (where a process number counts: a container has its own) are of those who renew their lock; versions before did not. */
const Holder = z.object({
  ...{ pid: z.number().int().positive(), host: z.string(), since: z.string() },
  ...{ id: z.string().optional(), space: z.string().optional() },
});
type Holder = z.infer<typeof Holder>;
/** Whoever makes a lock has written into it by then. */
const WRITTEN_MS = 10_000;
/** How often a holder says that it is there. */
const RENEWED_MS = 30_000;
/** A holder that was silent for so long has ended, or stands still and is told when it wakes: ten times it would have said so. */
const SILENT_MS = 300_000;

/** The locks of this process, by folder. */
const MINE = new Map<string, string>();

/**
 * Locks a repository in a folder for this process: two commands that sign at the same moment would give two lists one number. What a
 * process left behind that is no longer there is taken over, and so is a lock from before this machine was switched on, `upSeconds` ago: another
 * process may have its number by now. Of another computer, or a container, nobody here knows whether its process is still there: its lock is taken
 * over when it was not renewed for five minutes, and `told` gets a sentence about that. Returns what unlocks it. Throws TrustError when
 * another process holds it, or when it cannot be written.
 */
export function lockFolder(
  folder: string,
  now: Date,
  { upSeconds = uptime(), told = () => undefined }: LockOptions = {},
): () => void {
  const file = join(folder, LOCK);
  const id = randomUUID();
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    since: now.toISOString(),
    id,
    space: SPACE,
  });
  for (;;) {
    try {
      return keepRenewed(folder, openSync(file, 'wx'), mine);
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
    if ([...MINE.values()].includes(text)) return () => undefined;
    const holder = holderOf(text);
    if (!isOver(holder, file, { now, upSeconds })) throw taken(folder, file, holder);
    if (takeAway(file, text, holder) && holder !== undefined && !isHere(holder))
      told(
        `Process ${holder.pid} on ${holder.host} held "${folder}" since ${holder.since} and has been silent for five minutes or more: it is taken to have ended.`,
      );
  }
}

/** `upSeconds`: since when this machine is on. */
type LockOptions = { readonly upSeconds?: number; readonly told?: (sentence: string) => void };

/**
 * Demands that a folder which this process locked is still its own: another may have taken it over while this one stood still. To be asked
 * before each write. Throws TrustError.
 */
export function demandLock(folder: string): void {
  const mine = MINE.get(resolve(folder));
  if (mine !== undefined && textOf(join(folder, LOCK)) !== mine)
    throw new TrustError(
      `This command stood still for so long that another one took "${folder}" over. Nothing more is written; run the same command again.`,
    );
}

/** Writes what is `mine` again and again, into this very file: where another lock took its place, that one is left alone. */
function keepRenewed(folder: string, descriptor: number, mine: string): () => void {
  const write = () => writeSync(descriptor, mine, 0);
  write();
  MINE.set(resolve(folder), mine);
  const timer = setInterval(() => {
    try {
      write();
    } catch {
      // A full disk: what is to be written next says so.
    }
  }, RENEWED_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    closeSync(descriptor);
    MINE.delete(resolve(folder));
    const file = join(folder, LOCK);
    if (textOf(file) === mine) rmSync(file, { force: true });
  };
}

/** Where the number of this process counts; undefined where there is one such place only. */
const SPACE = (() => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
})();

const isHere = ({ host, space }: Holder) => host === hostname() && (space === undefined || space === SPACE);

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new TrustError(`"${file}" cannot be read. Look at its rights, or remove it.`, { cause: error });
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined; // The power went before it was on the disk, or it is being written at this moment.
  }
}

function isOver(
  holder: Holder | undefined,
  file: string,
  { now, upSeconds }: { readonly now: Date; readonly upSeconds: number },
): boolean {
  if (holder === undefined) {
    const found = statSync(file, { throwIfNoEntry: false });
    return found === undefined || now.getTime() - found.mtimeMs > WRITTEN_MS;
  }
  if (!isHere(holder)) return holder.id !== undefined && isSilent(file, file);
  // One that has the number of this process, and is not its own, was there before it.
  if (holder.pid === process.pid) return true;
  if (Date.parse(holder.since) < now.getTime() - upSeconds * 1000) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Was a lock not renewed for long? By the clock of the disk on which it lies, which all who lock it share. */
function isSilent(lock: string, beside: string): boolean {
  const probe = `${beside}.${randomUUID()}`;
  try {
    writeFileSync(probe, '');
    return statSync(probe).mtimeMs - statSync(lock).mtimeMs > SILENT_MS;
  } catch {
    return false; // It is gone, or nothing can be written: what is there is looked at again.
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Only one of those who do this at the same moment gets it away; one that is new, or was renewed by then, is put back. */
function takeAway(file: string, text: string, holder: Holder | undefined): boolean {
  const away = `${file}.${randomUUID()}`;
  let isAway = false;
  try {
    renameSync(file, away);
    const isOther = readFileSync(away, 'utf8') !== text;
    if (isOther || (holder !== undefined && !isHere(holder) && !isSilent(away, file))) linkSync(away, file);
    else isAway = true;
  } catch (error) {
    // Somebody else was quicker: what is there now is looked at again. What the system forbids, it forbids the next time too.
    if (!['ENOENT', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code)))
      throw taken(dirname(file), file, holder);
  } finally {
    removeIfThere(away);
  }
  return isAway;
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It never got there.
  }
}

function taken(folder: string, file: string, holder: Holder | undefined): TrustError {
  const who =
    holder === undefined
      ? 'another command'
      : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
  const lapses = holder !== undefined && holder.id !== undefined && !isHere(holder);
  const otherwise = lapses
    ? 'If there is no such process any more, it is taken over five minutes after it was last heard; or'
    : 'If there is no such process any more,';
  return new TrustError(
    `"${folder}" is being changed by ${who}. Wait until that has ended, then run the same command again. ${otherwise} remove "${file}".`,
  );
}
