import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { blobPlace } from '../core/contract/repository/places.ts';
import type { BlobStore, Content } from '../db/blobs/blob-store.ts';
import { writeFully } from './disk.ts';
import { CONNECTIONS } from './source/http-source.ts';
import { type Source, SourceError } from './source/source.ts';
import { asUpdateError, UpdateError } from './update-error.ts';

/** An answer that breaks off is asked for again from there, as long as each brings something. */
const MOST_CUTS = 20;

/**
 * Fetches contents into the store, several at a time; what was begun before goes on where it stopped. Returns how many bytes
 * came. Throws UpdateError; what came so far stays for the next time, unless the disk is full.
 */
export async function download(
  source: Source,
  contents: readonly Content[],
  blobs: BlobStore,
): Promise<number> {
  const waiting = contents.filter((content) => !blobs.has(content));
  let moved = 0;
  let failed: unknown;
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined && failed === undefined; next = waiting.pop())
      try {
        moved += await fetchOne(source, next, blobs);
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

async function fetchOne(source: Source, content: Content, blobs: BlobStore): Promise<number> {
  const part = blobs.partOf(content.sha256);
  const file = await openPart(part);
  let moved = 0;
  try {
    const begun = await begunSoFar(file, content.length);
    let { hash, at } = begun;
    for (let cuts = 0; at < content.length; ) {
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
      // What lay here from an earlier time may have been the damaged half.
      if (begun.at > 0) return moved + (await fetchOne(source, content, blobs));
      throw new UpdateError(
        'untrusted',
        `A content of ${source.address} is not the one that was signed (${content.sha256.slice(0, 12)}). Nothing was installed.`,
      );
    }
  } finally {
    await file.close();
  }
  const whole = blobs.fileOf(content.sha256);
  mkdirSync(dirname(whole), { recursive: true });
  renameSync(part, whole);
  return moved;
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
