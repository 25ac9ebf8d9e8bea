// What no install is without, in a process of its own: contents from a repository, proven, in their places, and on the disk.
// `fetch-only.ts ADDRESS DATA`, with a list of the contents in DATA. Prints the milliseconds, and the bytes that came.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Content, openBlobStore } from '../../db/blobs/blob-store.ts';
import { startFetchThreads, toFetch } from '../../updates/fetch/fetch-in-threads.ts';
import { openSource } from '../../updates/open-source.ts';

const [address = '', dataDir = ''] = process.argv.slice(2);
const contents: readonly Content[] = JSON.parse(readFileSync(join(dataDir, 'contents.json'), 'utf8'));
const began = performance.now();
const blobs = openBlobStore(dataDir);
const { web } = await openSource(address);
if (web === undefined) throw new Error('This measures what comes from a web server.');
const uses = () => ({ isText: false, pictures: [] });
const { moved, onDisk } = await startFetchThreads(web).fetch(
  contents.map((content) => toFetch(content, blobs, { uses })),
  blobs.folder,
  () => undefined,
).all;
const ms = performance.now() - began;
if (onDisk.size !== contents.length)
  throw new Error(`${onDisk.size} of ${contents.length} contents came to the disk.`);
console.log(JSON.stringify({ ms, moved }));
process.exit(0); // Threads that have nothing left to do are not waited for.
