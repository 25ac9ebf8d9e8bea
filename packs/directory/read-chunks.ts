import { open } from 'node:fs/promises';

/**
 * Reads a file piece by piece, each at most so many bytes. All pieces lie in the same memory: the one before is gone when
 * the next is asked for. A buffer for each would pile up until the garbage is collected, and files are large.
 */
export async function* readChunks(path: string, most: number): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(most);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, most, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
