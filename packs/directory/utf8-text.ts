import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { withPlainLines } from '../../core/domain/directory/plain-lines.ts';
import { readChunks } from './read-chunks.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * The text of a file, piece by piece, in which all lines end with `\n`. Reading it throws UnreadableDirectoryError, with
 * the line, when it is not in UTF-8 or a line has more bytes than it may have.
 */
export class Utf8Text {
  readonly #path: string;
  readonly #mostLineBytes: number;
  #endsMidLine = false;

  constructor(path: string, mostLineBytes: number) {
    this.#path = path;
    this.#mostLineBytes = mostLineBytes;
  }

  /** Once all is read: the last line has no end. */
  get endsMidLine(): boolean {
    return this.#endsMidLine;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const file = basename(this.#path);
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let lines = 1;
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of readChunks(this.#path, CHUNK_BYTES)) {
      // Only whole lines are decoded, so that a letter is never cut in two, nor an end of a line, and a fault has its line.
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(0x0a) + 1;
      rest = Buffer.from(bytes.subarray(end));
      if (rest.length > this.#mostLineBytes)
        throw new UnreadableDirectoryError(
          `${file}:${lines} is a line that is far too long. Mend it and try again.`,
        );
      const whole = bytes.subarray(0, end);
      yield decode(whole);
      lines += countLines(whole);
    }
    const last = decode(rest);
    this.#endsMidLine = last !== '' && !last.endsWith('\n');
    yield last;

    function decode(bytes: Buffer): string {
      if (isUtf8(bytes)) return withPlainLines(decoder.decode(bytes));
      let line = lines;
      for (let from = 0; from < bytes.length; line++) {
        const end = bytes.indexOf(0x0a, from) + 1 || bytes.length;
        if (!isUtf8(bytes.subarray(from, end))) break;
        from = end;
      }
      throw new UnreadableDirectoryError(
        `${file}:${line} is not in UTF-8. Save the file as UTF-8 and try again.`,
      );
    }
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
