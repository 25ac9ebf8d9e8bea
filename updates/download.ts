import { createHash, type Hash, webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { blobPlace } from '../core/contract/repository/places.ts';
import type { BlobStore, Content } from '../db/blobs/blob-store.ts';
import { writeFully } from './disk.ts';
import { CONNECTIONS } from './source/http-source.ts';
import { type Source, SourceError, tooLarge } from './source/source.ts';
import { asUpdateError, UpdateError } from './update-error.ts';

/** An answer that breaks off is asked for again from there, as long as each brings something. */
const MOST_CUTS = 20;
/** A content of at most so many bytes is fetched in one go: as large as a picture may be. */
export const MOST_AT_ONCE = 2_000_000;

/** Is shown a content that came in one go, proven, so that nobody needs to read it from the disk again. */
export type Taker = (content: Content, bytes: Buffer) => void;

/**
 * Fetches contents into the store, several at a time; what was begun before goes on where it stopped. `take` is shown those that
 * come in one go. Returns how many bytes came. Throws UpdateError; what came so far stays for the next time, unless
 * the disk is full.
 */
export async function download(
  source: Source,
  contents: readonly Content[],
  blobs: BlobStore,
  take: Taker = () => undefined,
): Promise<number> {
  const waiting = contents.filter((content) => !blobs.has(content));
  let moved = 0;
  let failed: unknown;
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined && failed === undefined; next = waiting.pop())
      try {
        // Added when it came: the others go on meanwhile.
        const came = await fetchOne(source, next, blobs, take);
        moved += came;
      } catch (error) {
        failed ??= asUpdateError(error);
      }
  };
  const missing = [...waiting];
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  if (failed === undefined) return moved;
  // On a full disk nothing else could be written either, not even the log.
  if (failed instanceof UpdateError && failed.fault === 'disk-full')
    for (const { sha256 } of missing) rmSync(blobs.partOf(sha256), { force: true });
  throw failed;
}

async function fetchOne(source: Source, content: Content, blobs: BlobStore, take: Taker): Promise<number> {
  const part = blobs.partOf(content.sha256);
  const isFromBefore = existsSync(part);
  let moved = 0;
  let cuts = 0;
  if (content.length > 0 && content.length <= MOST_AT_ONCE && !isFromBefore) {
    moved = await fetchAtOnce(source, content, part, take);
    if (moved === content.length) {
      place(part, content, blobs);
      return moved;
    }
    cuts++;
  }
  const file = await openPart(part);
  try {
    const begun = await begunSoFar(file, content.length);
    let { hash, at } = begun;
    while (at < content.length) {
      let got = 0;
      try {
        const answer = await source.open(blobPlace(content.sha256), { from: at, most: content.length });
        if (answer.from !== at) [hash, at] = [createHash('sha256'), answer.from];
        for await (const chunk of answer.bytes) {
          // While the disk takes it, it is hashed.
          const written = writeFully(file, chunk, at);
          hash.update(chunk);
          await written;
          at += chunk.length;
          got += chunk.length;
        }
        if (at < content.length) throw tooShort(source, content);
      } catch (error) {
        const isCut = error instanceof SourceError && error.fault === 'cut';
        if (!isCut || got === 0 || ++cuts > MOST_CUTS) throw error;
      } finally {
        moved += got;
      }
    }
    if (hash.digest('hex') !== content.sha256) {
      rmSync(part, { force: true });
      // What lay here from an earlier time may have been the damaged half. It is gone now: that happens once, or whoever answers could
      // have a content fetched without end.
      if (isFromBefore && begun.at > 0) return moved + (await fetchOne(source, content, blobs, take));
      throw otherContent(source, content);
    }
  } finally {
    await file.close();
  }
  place(part, content, blobs);
  return moved;
}

/**
 * Fetches a small content in one go: gathered in memory, hashed beside this thread and written once. Returns how many bytes
 * came; when they are fewer, they are in `part`, as if they had been fetched piece by piece.
 */
async function fetchAtOnce(source: Source, content: Content, part: string, take: Taker): Promise<number> {
  const place = blobPlace(content.sha256);
  const room = Buffer.allocUnsafeSlow(content.length);
  const answer = await source.open(place, { from: 0, most: content.length });
  let at = 0;
  let cut: unknown;
  try {
    for await (const chunk of answer.bytes) {
      if (chunk.length > room.length - at) throw tooLarge(place);
      room.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    cut = error;
  }
  const isWhole = cut === undefined && at === room.length;
  if (isWhole && (await sha256Of(room)) !== content.sha256) throw otherContent(source, content);
  writeFileSync(part, room.subarray(0, at));
  if (isWhole) take(content, room);
  const isCut = cut instanceof SourceError && cut.fault === 'cut' && at > 0;
  if (cut !== undefined && !isCut) throw cut;
  return at;
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

function otherContent({ address }: Source, { sha256 }: Content): UpdateError {
  return new UpdateError(
    'untrusted',
    `A content of ${address} is not the one that was signed (${sha256.slice(0, 12)}). Nothing was installed.`,
  );
}

function place(part: string, { sha256 }: Content, blobs: BlobStore): void {
  const whole = blobs.fileOf(sha256);
  try {
    renameSync(part, whole);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(whole), { recursive: true });
    renameSync(part, whole);
  }
}

function tooShort({ address }: Source, { sha256 }: Content): SourceError {
  return new SourceError('cut', `${address} has less of a content than was signed (${sha256.slice(0, 12)}).`);
}

async function openPart(part: string): Promise<FileHandle> {
  return open(part, 'r+').catch(() => open(part, 'w+'));
}

/** What of a content is there already, and its digest so far. */
async function begunSoFar(file: FileHandle, length: number): Promise<{ hash: Hash; at: number }> {
  const hash = createHash('sha256');
  const { size } = await file.stat();
  if (size > length) await file.truncate(0);
  if (size === 0 || size > length) return { hash, at: 0 };
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false }))
    hash.update(chunk as Buffer);
  return { hash, at: size };
}
