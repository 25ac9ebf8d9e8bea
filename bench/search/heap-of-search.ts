// Run by itself, with --expose-gc: the megabytes of heap that the search takes in a process that did nothing else.
// Arguments: the file of the store. Standard input: the questions, as JSON. Standard output: the most and what is kept.
import { readFileSync } from 'node:fs';
import type { HeapOfSearch } from './measure-heap.ts';

const questions: string[] = JSON.parse(readFileSync(0, 'utf8'));
const collect = (globalThis as { gc?: () => void }).gc;
if (collect === undefined) throw new Error('Start this with --expose-gc.');
const used = () => {
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
};
const before = used();
const { openForWriting } = await import('../../db/open.ts');
const { findIds } = await import('./find-ids.ts');
const db = openForWriting(process.argv[2] as string);
let most = 0;
for (const question of questions) {
  for (let end = 1; end <= question.length; end++) findIds(db, question.slice(0, end));
  most = Math.max(most, used() - before);
}
const result: HeapOfSearch = { most, kept: used() - before };
db.close();
console.log(JSON.stringify(result));
