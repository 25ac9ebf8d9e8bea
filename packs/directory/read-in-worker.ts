import { Worker } from 'node:worker_threads';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { type PackedRecord, unpacked } from './packed-records.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

/** What the worker tells: some records, that there are no more, or what went wrong. */
export type FromWorker =
  | { readonly batch: PackedRecord[] }
  | { readonly end: true }
  | { readonly message: string; readonly isUnreadable: boolean };

/** Beside this file, in the source and in a build alike. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.mjs',
  import.meta.url,
);

/** Reads a directory as readDirectoryFiles does, with most services checked, on another processor. */
export async function* readInWorker(path: string): AsyncGenerator<DirectoryRecord[]> {
  const worker = new Worker(WORKER, { workerData: path });
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
        yield message.batch.map(unpacked);
        worker.postMessage('done');
      } else if ('end' in message) return;
      else throw new (message.isUnreadable ? UnreadableDirectoryError : Error)(message.message);
    }
  } finally {
    await worker.terminate();
  }
}
