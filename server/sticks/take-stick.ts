import type { KeyObject } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_BATCH_BYTES } from '../../core/contract/sync/batch.ts';
import { MOST_STICK_BATCHES, stickFile } from '../../core/contract/sync/stick-files.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { answerBatch, signRevocation } from '../sync/answer-batch.ts';
import type { SignedBytes } from '../sync/heard-from.ts';
import { findBatches } from './find-batches.ts';

/** A detached signature has about 250 bytes. */
const MOST_SIGNATURE_BYTES = 1_000;

/** What came of a folder: `items` of it that the server has now, or why not all was taken in. */
export type StickOutcome =
  | { readonly folder: string; readonly items: number; readonly fresh: number }
  | { readonly folder: string; readonly problem: string };

/**
 * Takes in every batch that lies on a stick, and writes the signed answer beside it. One that cannot be taken holds up those of no other
 * folder; those after it in its own wait, because what is purged is known by its number (decision 30).
 * Done twice it comes to the same. Throws the error of the disk when the stick cannot be read at all, and the error of the database.
 */
export async function takeStick(
  store: ServerStore,
  serverKey: KeyObject,
  stick: string,
  now: () => Date,
): Promise<StickOutcome[]> {
  const outcomes: StickOutcome[] = [];
  for (const folder of findBatches(stick)) {
    const taken = { items: 0, fresh: 0 };
    let number = 1;
    try {
      for (; number <= MOST_STICK_BATCHES && (number === 1 || isThere(folder, number)); number++) {
        const batch = await readBatchFiles(folder, number);
        const { acknowledgement, ...answer } = await answerBatch(store, serverKey, batch, now(), 'stick');
        await writeAnswer(folder, number, answer);
        taken.items += acknowledgement.items.length;
        taken.fresh += acknowledgement.items.filter(({ result }) => result === 'stored').length;
      }
      outcomes.push({ folder, ...taken });
    } catch (error) {
      if (error instanceof RefusedError && error.why === 'revoked')
        await writeAnswer(folder, 1, signRevocation(error, serverKey)).catch(() => undefined);
      if (number > 1) outcomes.push({ folder, ...taken });
      const place = number > 1 ? join(folder, stickFile('BATCH', number)) : folder;
      outcomes.push({ folder: place, problem: problemIn(error) });
    }
  }
  return outcomes;
}

function isThere(folder: string, number: number): boolean {
  return existsSync(join(folder, stickFile('BATCH', number)));
}

async function readBatchFiles(folder: string, number: number): Promise<SignedBytes> {
  const file = join(folder, stickFile('BATCH', number));
  const bytes = await readBounded(file, MOST_BATCH_BYTES);
  const signature = await readBounded(`${file}.jws`, MOST_SIGNATURE_BYTES);
  return { bytes, signature: signature.toString('utf8').trim() };
}

/** A file, and no link to one elsewhere or a pipe that never ends. Throws StickError. */
async function readBounded(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      throw new StickError(
        error.code === 'ENOENT' ? `${file} is not there` : `${file} cannot be read (${error.code})`,
      );
    },
  );
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new StickError(`${file} is no file`);
    if (found.size > most) throw new StickError(`${file} has ${found.size} bytes, more than ${most}`);
    return await handle.readFile();
  } catch (error) {
    if (error instanceof StickError) throw error;
    throw new StickError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  } finally {
    await handle.close();
  }
}

/** The signature last: without it the kiosk takes nothing. Each file is there whole or not at all. */
async function writeAnswer(folder: string, number: number, { bytes, signature }: SignedBytes): Promise<void> {
  const file = join(folder, stickFile('ACKNOWLEDGEMENT', number));
  const signatureFile = `${file}.jws`;
  try {
    await rm(signatureFile, { force: true }); // of an earlier answer
    await writeWhole(file, bytes);
    await writeWhole(signatureFile, Buffer.from(signature));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StickError(
      `the batch was taken in, but ${file} cannot be written (${code}): make room, and run this again`,
    );
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const fresh = `${file}.new`;
  await rm(fresh, { force: true, recursive: true });
  const handle = await open(fresh, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

class StickError extends Error {}

/** A sentence for whoever holds the stick. Throws what is no trouble of this one batch. */
function problemIn(error: unknown): string {
  if (error instanceof StickError) return `${error.message}.`;
  if (error instanceof RefusedError) return error.message;
  throw error;
}
