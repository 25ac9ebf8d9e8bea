import { isUtf8 } from 'node:buffer';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

/** One element of a list in a JSON file: its text, or why it was passed over. `list` is the key of the list, if it has one. */
export type JsonElement = {
  readonly list: string | undefined;
  readonly index: number;
} & ({ readonly text: string; readonly fault?: undefined } | { readonly fault: string });

/** Larger or deeper is no service: it is passed over without being kept. */
export const MOST_BYTES = 1_000_000;
const MOST_DEPTH = 40;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
const COLON = 0x3a;

const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Splits a JSON file into the elements of its one list, or of the lists of its one object, as they come: of the file,
 * only an element is kept in memory. Each text is for JSON.parse to read, which is ten times as fast as the parsers
 * that stream every value (decision 10 has the figures).
 */
export class JsonSplitter {
  readonly #file: string;
  /** Where we are: before all, in a list, in the object between its lists, or behind all. */
  #at: 'start' | 'list' | 'object' | 'end' = 'start';
  #inObject = false;
  #key: string | undefined;
  #index = 0;
  /** Within an element (or a value that is passed over): how deep, whether in a string, and what was kept of it. */
  #depth = -1;
  #inString = false;
  #escaped = false;
  #kept: Buffer[] = [];
  #bytes = 0;
  #fault: string | undefined;
  #mayEnd = true;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Takes the next bytes of the file, and gives the elements that end in them. The memory of the bytes may be used for
   * others then. Throws UnreadableDirectoryError.
   */
  split(chunk: Buffer): JsonElement[] {
    const found: JsonElement[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      if (this.#depth < 0) {
        const byte = chunk[at] as number;
        if (isBlank(byte) || !this.#between(byte)) continue;
        this.#depth = 0;
        from = at;
      }
      at = this.#through(chunk, at);
      if (at >= chunk.length) break;
      this.#keep(chunk.subarray(from, at));
      const byte = chunk[at] as number;
      if (byte === COLON) this.#key = this.#takeKey();
      else {
        this.#finish(found);
        this.#between(byte);
      }
    }
    if (this.#depth >= 0) this.#keep(Buffer.from(chunk.subarray(from)));
    return found;
  }

  /** Says that the file is over. Throws UnreadableDirectoryError when it is cut off. */
  end(): void {
    if (this.#at !== 'end') throw this.#unreadable('ends too early: it was cut off');
  }

  /** A byte between elements. True when it begins one. */
  #between(byte: number): boolean {
    switch (this.#at) {
      case 'start':
        if (byte === OPEN_LIST) this.#enterList();
        else if (byte === OPEN_OBJECT) {
          this.#at = 'object';
          this.#inObject = true;
        } else throw this.#unreadable('is no JSON list and no JSON object');
        return false;
      case 'list':
        if (byte === CLOSE_LIST) {
          this.#at = this.#inObject ? 'object' : 'end';
          this.#key = undefined;
          this.#mayEnd = true;
        } else if (byte === COMMA && this.#mayEnd) this.#mayEnd = false;
        else if (byte === COMMA || byte === CLOSE_OBJECT)
          throw this.#unreadable('is no JSON: a bracket or comma is out of place');
        else if (this.#mayEnd && this.#index > 0) throw this.#unreadable('is no JSON: a comma is missing');
        else return true;
        return false;
      case 'object':
        if (byte === CLOSE_OBJECT && this.#key === undefined) this.#at = 'end';
        else if (byte === COMMA) return false;
        else if (byte === OPEN_LIST && this.#key !== undefined) this.#enterList();
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT)
          throw this.#unreadable('is no JSON: a bracket is out of place');
        else return true;
        return false;
      default:
        throw this.#unreadable('goes on behind its end');
    }
  }

  #enterList(): void {
    this.#at = 'list';
    this.#index = 0;
    this.#mayEnd = true;
  }

  /**
   * Runs through an element to the byte that ends it: a comma or a bracket that is not its own; for a key, its colon.
   * Gives the place of that byte, or the length of the chunk. Most of the time is spent here: it keeps its state in
   * variables of its own.
   */
  #through(chunk: Buffer, start: number): number {
    const { length } = chunk;
    const isKey = this.#at === 'object' && this.#key === undefined;
    let depth = this.#depth;
    let inString = this.#inString;
    let escaped = false;
    let at = this.#escaped ? start + 1 : start;
    for (; at < length; at++) {
      let byte = chunk[at];
      if (inString || byte === QUOTE) {
        if (!inString) at++;
        for (; at < length; at++) {
          byte = chunk[at];
          if (byte === QUOTE) break;
          if (byte === BACKSLASH) at++;
        }
        // A backslash was the last byte: what it stands for comes with the next chunk.
        escaped = at > length;
        inString = at >= length;
        if (inString) break;
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        if (++depth > MOST_DEPTH) this.#fault ??= 'is nested too deep';
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        if (depth === 0) break;
        depth--;
      } else if (depth === 0 && (byte === COMMA || (byte === COLON && isKey))) break;
    }
    this.#depth = depth;
    this.#inString = inString;
    this.#escaped = escaped;
    return Math.min(at, length);
  }

  #keep(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > MOST_BYTES) {
      this.#fault ??= `is larger than ${MOST_BYTES} bytes`;
      this.#kept = [];
    } else this.#kept.push(part);
  }

  #finish(found: JsonElement[]): void {
    const { list, index } = { list: this.#key, index: this.#index };
    if (this.#at === 'list') {
      this.#index++;
      this.#mayEnd = true;
      found.push({ list, index, ...this.#take() });
    } else this.#key = undefined;
    this.#reset();
  }

  #takeKey(): string {
    const taken = this.#take();
    this.#reset();
    if (taken.fault !== undefined) throw this.#unreadable(`has a key that ${taken.fault}`);
    try {
      return String(JSON.parse(taken.text));
    } catch {
      throw this.#unreadable('is no JSON: a key is no text');
    }
  }

  #take(): { readonly text: string; readonly fault?: undefined } | { readonly fault: string } {
    if (this.#fault !== undefined) return { fault: this.#fault };
    const bytes = this.#kept.length === 1 ? (this.#kept[0] as Buffer) : Buffer.concat(this.#kept);
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { fault: 'is not in UTF-8' };
  }

  #reset(): void {
    this.#depth = -1;
    this.#kept = [];
    this.#bytes = 0;
    this.#fault = undefined;
  }

  #unreadable(what: string): UnreadableDirectoryError {
    return new UnreadableDirectoryError(`${this.#file} ${what}. Get the file again, or mend it.`);
  }
}
