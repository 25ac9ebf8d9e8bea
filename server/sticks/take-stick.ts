import type { KeyObject } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_BATCH_BYTES } from '../../core/contract/sync/batch.ts';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { answerBatch, signRevocation } from '../sync/answer-batch.ts';
import type { SignedBytes } from '../sync/heard-from.ts';
import { BATCH_FILE, findBatches } from './find-batches.ts';

const ANSWER_FILE = 'ACKNOWLEDGEMENT.json';
/** A detached signature has about 250 bytes. */
const MOST_SIGNATURE_BYTES = 1_000;

/** What came of one batch: `items` of it that the server has now, or why it was not taken in. */
export type StickOutcome =
  | { readonly folder: string; readonly items: number; readonly fresh: number }
  | { readonly folder: string; readonly problem: string };

/**
 * Takes in every batch that lies on a stick, and writes the signed answer beside it. One that cannot be taken holds up none of the others.
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
    try {
      const batch = await readBatchFiles(folder);
      const { acknowledgement, ...answer } = await answerBatch(store, serverKey, batch, now(), 'stick');
      await writeAnswer(folder, answer);
      const fresh = acknowledgement.items.filter(({ result }) => result === 'stored').length;
      outcomes.push({ folder, items: acknowledgement.items.length, fresh });
    } catch (error) {
      if (error instanceof RefusedError && error.why === 'revoked')
        await writeAnswer(folder, signRevocation(error, serverKey)).catch(() => undefined);
      outcomes.push({ folder, problem: problemIn(error) });
    }
  }
  return outcomes;
}

async function readBatchFiles(folder: string): Promise<SignedBytes> {
  const bytes = await readBounded(join(folder, BATCH_FILE), MOST_BATCH_BYTES);
  const signature = await readBounded(join(folder, `${BATCH_FILE}.jws`), MOST_SIGNATURE_BYTES);
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
async function writeAnswer(folder: string, { bytes, signature }: SignedBytes): Promise<void> {
  const signatureFile = join(folder, `${ANSWER_FILE}.jws`);
  try {
    await rm(signatureFile, { force: true }); // of an earlier answer
    await writeWhole(join(folder, ANSWER_FILE), bytes);
    await writeWhole(signatureFile, Buffer.from(signature));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StickError(
      `the batch was taken in, but ${join(folder, ANSWER_FILE)} cannot be written (${code}): make room, and run this again`,
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
