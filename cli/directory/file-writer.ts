import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFERED_LETTERS = 1_000_000;

/** Writes a text to a new file, in large pieces. Throws when the file is there already or cannot be written. */
export class FileWriter {
  readonly #descriptor: number;
  #waiting: string[] = [];
  #letters = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'wx');
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#letters += text.length;
    if (this.#letters >= BUFFERED_LETTERS) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''));
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    this.#waiting = [];
    this.#letters = 0;
  }
}
