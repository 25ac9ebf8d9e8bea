import { Worker } from 'node:worker_threads';
import type { MonthToTell } from './month-to-tell.ts';

/** Beside this file, in the source and in a build alike. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './publish-worker.ts' : './publish-worker.mjs',
  import.meta.url,
);

/** Reckons what is told of a month (`Publication` as JSON) on another processor. Rejects when a question is none. */
export function publishInWorker(month: MonthToTell): Promise<string> {
  const worker = new Worker(WORKER, { workerData: month });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`What reckons a month ended with ${code} and told nothing.`)),
    );
  });
}
