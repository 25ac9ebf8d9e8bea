import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { blobPlace } from '../../core/contract/repository/places.ts';
import type { SourceMedia } from '../../core/domain/pack-source.ts';
import type { BlobStore, Content } from '../../db/blobs/blob-store.ts';
import type { ArrivedFiles } from '../arrived-files.ts';
import type { WebPlace } from '../source/source.ts';

/** A content to fetch: its place in the repository, where it is gathered and where it belongs, and for what it is there. */
export type ToFetch = Content & {
  readonly place: string;
  readonly part: string;
  readonly file: string;
  readonly isText: boolean;
  readonly pictures: readonly string[];
};

/** What a thread is told. `next` counts the contents that were taken, of all threads together. */
export type FetchTask = {
  readonly web: WebPlace;
  readonly contents: readonly ToFetch[];
  readonly next: SharedArrayBuffer;
};

/** What a thread tells: a content is in its place, proven, and this was seen of it; or it fetches no more. */
export type FromThread =
  | (Content & { readonly text: ArrayBuffer | undefined; readonly pictures: readonly SourceMedia[] })
  | { readonly done: true };

/** What threads are fetching: when all texts are there, or no more will come; and how many bytes came when all is over. */
export type Fetching = { readonly texts: Promise<void>; readonly all: Promise<number> };

/** Threads that fetch. They may be ended at any time. */
export type FetchThreads = {
  readonly fetch: (contents: readonly ToFetch[], see: ArrivedFiles['see']) => Fetching;
  readonly end: () => Promise<void>;
};

/** More do not help: a web server and a disk are busy with two. */
const MOST_THREADS = 2;

/** Beside this file, in the source and in each build alike. */
const [ending = '.ts'] = /\.\w+$/.exec(import.meta.url) ?? [];
const THREAD = new URL(`./fetch-thread${ending}`, import.meta.url);

/**
 * Starts threads that fetch from a web server what comes as it should, and prove it: on another processor, while the texts are judged
 * here. Whatever does not come so is left for `download`, which says why.
 */
export function startFetchThreads(web: WebPlace): FetchThreads {
  const wanted = Math.min(MOST_THREADS, availableParallelism());
  const threads = Array.from({ length: wanted }, () => new Worker(THREAD));
  const running = new Set(threads);
  for (const thread of threads) {
    thread.on('error', () => undefined); // It ends; what it did not fetch is left to others.
    thread.once('exit', () => running.delete(thread));
  }
  return {
    fetch: (contents, see) => {
      const next = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      // Texts first: they are judged while the pictures come.
      const sorted = [...contents].sort((one, other) => Number(other.isText) - Number(one.isText));
      let texts = contents.filter(({ isText }) => isText).length;
      let moved = 0;
      let sayTexts: () => void = () => undefined;
      let sayAll: (moved: number) => void = () => undefined;
      const fetching: Fetching = {
        texts: new Promise((resolve) => {
          sayTexts = resolve;
        }),
        all: new Promise((resolve) => {
          sayAll = resolve;
        }),
      };
      const busy = new Set(running);
      const isOver = (thread: Worker) => {
        if (!busy.delete(thread) || busy.size > 0) return;
        sayTexts();
        sayAll(moved);
      };
      if (texts === 0) sayTexts();
      if (busy.size === 0) sayAll(0);
      for (const thread of busy) {
        const hear = (message: FromThread) => {
          if ('done' in message) {
            thread.off('message', hear);
            isOver(thread);
            return;
          }
          const { text, pictures, length } = message;
          moved += length;
          see(message, { text: text && Buffer.from(text), pictures });
          if (text !== undefined && --texts === 0) sayTexts();
        };
        thread.on('message', hear);
        thread.once('exit', () => isOver(thread));
        const task: FetchTask = { web, contents: sorted, next };
        thread.postMessage(task);
      }
      return fetching;
    },
    end: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** A content with all that a thread must know of it. */
export function toFetch(content: Content, blobs: BlobStore, { uses }: Pick<ArrivedFiles, 'uses'>): ToFetch {
  const { sha256, length } = content;
  return {
    ...{ sha256, length, ...uses(content) },
    ...{ place: blobPlace(sha256), part: blobs.partOf(sha256), file: blobs.fileOf(sha256) },
  };
}
