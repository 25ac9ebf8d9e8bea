import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { blobPlace } from '../../core/contract/repository/places.ts';
import type { BlobStore, Content } from '../../db/blobs/blob-store.ts';
import type { ArrivedFiles } from '../arrived-files.ts';
import type { WebPlace } from '../source/source.ts';
import { BUSY, type FetchTask, type FromThread, type ToFetch } from './fetch-task.ts';

/** What came by threads: how many bytes, and the digests of what no power cut can take away any more. */
export type Fetched = { readonly moved: number; readonly onDisk: ReadonlySet<string> };

/** What threads are fetching: when all texts are there, or no more will come; and what came when all is over. */
export type Fetching = { readonly texts: Promise<void>; readonly all: Promise<Fetched> };

/** Threads that fetch. They may be ended at any time. */
export type FetchThreads = {
  /** `folder` is where all contents lie. */
  readonly fetch: (contents: readonly ToFetch[], folder: string, see: ArrivedFiles['see']) => Fetching;
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
    fetch: (contents, folder, see) => {
      const counts = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
      // Texts first: they are judged while the pictures come.
      const sorted = [...contents].sort((one, other) => Number(other.isText) - Number(one.isText));
      let texts = contents.filter(({ isText }) => isText).length;
      let moved = 0;
      let synced = false;
      const came = new Set<string>();
      let sayTexts: () => void = () => undefined;
      let sayAll: (fetched: Fetched) => void = () => undefined;
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
        sayAll({ moved, onDisk: synced ? came : new Set() });
      };
      if (texts === 0) sayTexts();
      if (busy.size === 0) sayAll({ moved, onDisk: came });
      // One that ends in the middle is never taken off: then nobody is the last, and nothing counts as being on the disk.
      new Int32Array(counts)[BUSY] = busy.size;
      for (const thread of busy) {
        const hear = (message: FromThread) => {
          if ('done' in message) {
            synced ||= message.synced;
            thread.off('message', hear);
            isOver(thread);
            return;
          }
          const { text, pictures, sha256, length } = message;
          moved += length;
          came.add(sha256);
          see(message, { text: text && Buffer.from(text), pictures });
          if (text !== undefined && --texts === 0) sayTexts();
        };
        thread.on('message', hear);
        thread.once('exit', () => isOver(thread));
        const task: FetchTask = { web, contents: sorted, folder, counts };
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
