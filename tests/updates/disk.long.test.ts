import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf, openBlobStore } from '../../db/blobs/blob-store.ts';
import { checkFreeSpace, writeFully } from '../../updates/disk.ts';
import { download, type Taker } from '../../updates/download.ts';
import { type Source, SourceError } from '../../updates/source/source.ts';
import { asUpdateError, UpdateError } from '../../updates/update-error.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, NOW, packOf } from '../builders/updates/raw-repository.ts';

const faultOf = (error: unknown) => {
  const known = asUpdateError(error);
  return known instanceof UpdateError ? known.fault : 'not known';
};

describe('a disk that is nearly full', () => {
  /** A file that takes at most so many bytes at a time, and so many together. */
  const aFile = (atOnce: number, together: number) => {
    const written: number[] = [];
    const write = async (bytes: Uint8Array, from: number, length: number) => {
      const some = [...bytes.subarray(from, from + Math.min(length, atOnce, together - written.length))];
      written.push(...some);
      return { bytesWritten: some.length, buffer: bytes };
    };
    return { written, file: { write } as unknown as Parameters<typeof writeFully>[0] };
  };

  test('takes a part of what is written, and the rest follows', async () => {
    const { file, written } = aFile(3, 100);
    await writeFully(file, Uint8Array.from([1, 2, 3, 4, 5, 6, 7]), 0);
    expect(written).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('is named when it takes no more', async () => {
    const { file } = aFile(3, 5);
    const error = await writeFully(file, new Uint8Array(9), 0).catch((thrown: unknown) => thrown);
    expect(faultOf(error)).toBe('disk-full');
  });

  test('is found out before anything is fetched', async () => {
    await expect(checkFreeSpace(aDataFolder(), 1e15)).rejects.toThrow(
      /needs 1000000050 MB and \d+ MB are free/,
    );
    await checkFreeSpace(aDataFolder(), 0);
  });
});

test.each<[string, object, string]>([
  ['no room', { code: 'ENOSPC', errno: -28, message: 'ENOSPC: no space left' }, 'disk-full'],
  ['no room beside the store', { code: 'SQLITE_IOERR_SHMSIZE', message: 'disk I/O error' }, 'disk-full'],
  ['no room in the store', { code: 'SQLITE_FULL', message: 'database or disk is full' }, 'disk-full'],
  [
    'no room, as tuf-js tells it',
    { message: 'Failed to persist metadata root error: Error: ENOSPC: no' },
    'disk-full',
  ],
  [
    'a disk that fails, as tuf-js tells it',
    { message: 'Failed to persist metadata timestamp error: Error: EROFS: read-only file system' },
    'not-writable',
  ],
  ['a disk that may only be read', { code: 'EROFS', errno: -30, message: 'EROFS' }, 'not-writable'],
  ['a disk that fails', { code: 'EIO', errno: -5, message: 'EIO' }, 'not-writable'],
  ['a store that may only be read', { code: 'SQLITE_READONLY', message: 'x' }, 'not-writable'],
  ['a fault of ours', { message: 'x is not a function' }, 'not known'],
])('an error that says %s is %s', (_, error, fault) => {
  expect(faultOf(Object.assign(new Error(), error))).toBe(fault);
});

describe('the store of contents', () => {
  const text = Buffer.from('een tekst');
  const content = { sha256: createHash('sha256').update(text).digest('hex'), length: text.length };

  /** A source that has only this, and counts how much of it was asked for. */
  const aSource = (bytes: Buffer) => {
    const asked: number[] = [];
    const source: Source = {
      address: 'here',
      open: async (_, { from }) => {
        asked.push(from);
        return {
          from,
          bytes: (async function* () {
            yield bytes.subarray(from);
          })(),
        };
      },
    };
    return { source, asked };
  };

  test('goes on with what was begun, also when that was the damaged half', async () => {
    const blobs = openBlobStore(aDataFolder());
    const { source, asked } = aSource(text);
    writeFileSync(blobs.partOf(content.sha256), text.subarray(0, 4));
    expect(await download(source, [content], blobs)).toBe(5);
    const again = openBlobStore(aDataFolder());
    writeFileSync(again.partOf(content.sha256), 'twee');
    expect(await download(source, [content], again)).toBe(5 + 9);
    expect([asked, String(again.read(content))]).toEqual([[4, 4, 0], 'een tekst']);
  });

  test('begins anew with a part that is too long, and knows an empty content', async () => {
    const blobs = openBlobStore(aDataFolder());
    writeFileSync(blobs.partOf(content.sha256), 'x'.repeat(50));
    expect(await download(aSource(text).source, [content], blobs)).toBe(9);
    const nothing = { sha256: createHash('sha256').digest('hex'), length: 0 };
    expect(await download(aSource(text).source, [nothing], blobs)).toBe(0);
    expect(blobs.read(nothing)).toHaveLength(0);
  });

  /** A source that gives so many bytes of a content each time it is asked, and then breaks off. */
  const aBreaking = (bytes: Buffer, each: number, error: Error = new SourceError('cut', 'It broke off.')) => {
    let asked = 0;
    const source: Source = {
      address: 'here',
      open: async (_, { from }) => {
        asked++;
        return {
          from,
          bytes: (async function* () {
            yield bytes.subarray(from, from + each);
            if (from + each < bytes.length) throw error;
          })(),
        };
      },
    };
    return { source, asked: () => asked };
  };
  const long = Buffer.alloc(100, 'een tekst');
  const ofLong = { sha256: createHash('sha256').update(long).digest('hex'), length: long.length };

  test('goes on where an answer broke off, but not for ever; what came is kept', async () => {
    const blobs = openBlobStore(aDataFolder());
    const quick = aBreaking(long, 5);
    expect(await download(quick.source, [ofLong], blobs)).toBe(100);
    const slow = aBreaking(long, 1);
    const again = openBlobStore(aDataFolder());
    await expect(download(slow.source, [ofLong], again)).rejects.toMatchObject({ fault: 'cut' });
    expect([slow.asked(), statSync(again.partOf(ofLong.sha256)).size]).toEqual([21, 21]);
  });

  test('shows what came whole and was right, once it is written, and nothing else', async () => {
    const blobs = openBlobStore(aDataFolder());
    const shown: string[] = [];
    const take: Taker = (of, bytes) => {
      expect(existsSync(blobs.partOf(of.sha256))).toBe(true);
      shown.push(String(bytes));
    };
    await download(aSource(text).source, [content], blobs, take);
    await download(aBreaking(long, 60).source, [ofLong], blobs, take);
    const wrong = { ...content, sha256: ofLong.sha256.replace(/^./, 'x') };
    await expect(download(aSource(text).source, [wrong], blobs, take)).rejects.toMatchObject({
      fault: 'untrusted',
    });
    expect(shown).toEqual(['een tekst']);
  });

  test('takes no more than was signed from a source that gives more', async () => {
    const blobs = openBlobStore(aDataFolder());
    await expect(download(aSource(text).source, [{ ...content, length: 5 }], blobs)).rejects.toMatchObject({
      fault: 'too-large',
    });
    expect(blobs.has(content)).toBe(false);
  });

  test('asks no more when an answer brings nothing', async () => {
    const { source, asked } = aBreaking(long, 0);
    await expect(download(source, [ofLong], openBlobStore(aDataFolder()))).rejects.toMatchObject({
      fault: 'cut',
    });
    expect(asked()).toBe(1);
  });

  test('asks no more either when nothing comes after what was begun', async () => {
    const blobs = openBlobStore(aDataFolder());
    writeFileSync(blobs.partOf(ofLong.sha256), long.subarray(0, 9));
    const { source, asked } = aBreaking(long, 0);
    await expect(download(source, [ofLong], blobs)).rejects.toMatchObject({ fault: 'cut' });
    expect(asked()).toBe(1);
  });

  test('gives back the room of what was begun when the disk is full', async () => {
    const blobs = openBlobStore(aDataFolder());
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', errno: -28 });
    const { source } = aBreaking(long, 50, full);
    await expect(download(source, [ofLong], blobs)).rejects.toMatchObject({ fault: 'disk-full' });
    expect(existsSync(blobs.partOf(ofLong.sha256))).toBe(false);
  });

  test('does not give out what has rotted, and forgets it', () => {
    const blobs = openBlobStore(aDataFolder());
    const file = blobs.fileOf(content.sha256);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'een tekSt');
    expect(blobs.has(content)).toBe(true);
    expect(() => blobs.read(content)).toThrow('was damaged on this disk');
    expect(existsSync(file)).toBe(false);
  });
});

test('what has rotted on the disk is fetched again by the next update', async () => {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  await kiosk.update(repository);
  const all = join(kiosk.dataDir, 'blobs/sha256');
  for (const entry of readdirSync(all, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name);
      writeFileSync(file, readFileSync(file).fill(7, 0, 1));
    }
  repository.publish(3);
  expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 3']);
});

test('what a power cut tore in an update that broke off is fetched again, though it has the right length', async () => {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  const { fileOf } = openBlobStore(kiosk.dataDir);
  for (const text of Object.values(packOf(2))) {
    const { sha256, length } = contentOf(Buffer.from(text));
    mkdirSync(dirname(fileOf(sha256)), { recursive: true });
    writeFileSync(fileOf(sha256), Buffer.alloc(length));
  }
  expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 2']);
});

test('contents that no version in the store has are removed once they lay there for a week', async () => {
  const repository = aRawRepository(2, 3, 4, 5);
  const kiosk = aKiosk(repository.bundledRoot);
  await kiosk.update(repository);
  const contents = () =>
    readdirSync(join(kiosk.dataDir, 'blobs/sha256'), { recursive: true, withFileTypes: true }).flatMap(
      (entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []),
    );
  const before = contents().length;
  for (const version of [6, 7, 8]) {
    // What came in a week is kept, in case it is of something that broke off.
    const longAgo = new Date(NOW - 8 * 24 * 60 * 60_000);
    for (const file of contents()) utimesSync(file, longAgo, longAgo);
    repository.publish(version);
    await kiosk.update(repository);
  }
  // Two files change with each version; the one before is kept, and what was there when the last one came.
  expect(contents().length).toBeLessThanOrEqual(before + 4);
});
