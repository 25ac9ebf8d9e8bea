import { Worker } from 'node:worker_threads';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { type PackedRecords, unpacked } from './packed-records.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

/** What the worker tells: some records, that there are no more, or what went wrong. */
export type FromWorker =
  | { readonly batch: PackedRecords }
  | { readonly end: true }
  | { readonly message: string; readonly isUnreadable: boolean };

/** What the worker is given: what to read, and room for the number of batches that this side is done with. */
export type WorkerTask = { readonly path: string; readonly written: SharedArrayBuffer };

/** What is read is soon done with. Without a limit, the room for what is new grows as long as the file lasts. */
const YOUNG_MB = 24;

/** Beside this file, in the source and in a build alike. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.mjs',
  import.meta.url,
);

/** Reads a directory as readDirectoryFiles does, with most services checked, on another processor. */
export async function* readInWorker(path: string): AsyncGenerator<DirectoryRecord[]> {
  const written = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: WorkerTask = { path, written: written.buffer };
  const worker = new Worker(WORKER, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const heard: FromWorker[] = [];
  let wake: () => void = () => undefined;
  const hear = (message: FromWorker) => {
    heard.push(message);
    wake();
  };
  worker.on('message', hear);
  worker.on('error', ({ message }) => hear({ message, isUnreadable: false }));
  try {
    for (;;) {
      const message = heard.shift();
      if (message === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      else if ('batch' in message) {
        yield unpacked(message.batch);
        Atomics.add(written, 0, 1);
        Atomics.notify(written, 0);
      } else if ('end' in message) return;
      else throw new (message.isUnreadable ? UnreadableDirectoryError : Error)(message.message);
    }
  } finally {
    await worker.terminate();
  }
}
