import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Megabytes of heap: the most after any question, and what is kept at the end; without what can be collected. */
export type HeapOfSearch = { readonly most: number; readonly kept: number };

/** Asks every question letter by letter in a process of its own. Throws when that process fails. */
export function measureHeap(file: string, questions: readonly string[]): HeapOfSearch {
  const script = join(import.meta.dirname, 'heap-of-search.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', script, file], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The heap could not be measured: ${stderr}`);
  return JSON.parse(stdout) as HeapOfSearch;
}
