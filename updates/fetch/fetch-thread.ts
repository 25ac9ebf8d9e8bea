// A thread that fetches contents from a web server, proves each and puts it where it belongs, until one does not come as it should:
// that one and those after it are left to whoever can say why.
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { syncMany } from '../../db/blobs/sync-files.ts';
import { outlineMedia } from '../../packs/outline-media.ts';
import { BUSY, type FetchTask, type FromThread, TAKEN, type ToFetch } from './fetch-task.ts';
import { type PlainConnection, plainConnection } from './plain-connection.ts';

/** While the bytes of one are proven and written, those of the other come. */
const CONNECTIONS = 2;

const port = parentPort;
if (port === null) throw new Error('This file is run as a thread.');
const tell = (message: FromThread, bytes?: ArrayBuffer) =>
  port.postMessage(message, bytes === undefined ? [] : [bytes]);

port.on('message', async ({ web, contents, folder, counts }: FetchTask) => {
  const all = new Int32Array(counts);
  const connections = Array.from({ length: CONNECTIONS }, () => plainConnection(web));
  const most = contents.reduce((sum, { length }) => Math.max(sum, length), 0);
  try {
    await Promise.all(
      connections.map(async (connection) => {
        const room = Buffer.allocUnsafeSlow(most);
        const take = () => contents[Atomics.add(all, TAKEN, 1)];
        for (let content = take(); content !== undefined; content = take())
          if (!(await fetchOne(content, connection, room))) return;
      }),
    );
  } catch {
    // The disk. It says so again to whoever goes on.
  } finally {
    for (const connection of connections) connection.close();
    const isLast = Atomics.sub(all, BUSY, 1) === 1;
    // The disk works while the texts are judged, and before anybody holds the store.
    tell({ done: true, synced: isLast && syncMany(folder, contents.length) });
  }
});

/** Fetches a content into the room and puts it into its place. False when it did not come as it should; what came of it is kept. */
async function fetchOne(content: ToFetch, connection: PlainConnection, room: Buffer): Promise<boolean> {
  const { sha256, length, place, part, file, pictures, isText } = content;
  const bytes = room.subarray(0, length);
  const came = await connection.fill(place, bytes);
  if (came === length && createHash('sha256').update(bytes).digest('hex') !== sha256) return false;
  if (came > 0) writeFileSync(part, bytes.subarray(0, came));
  if (came < length) return false;
  move(part, file);
  const text = isText ? new Uint8Array(bytes).buffer : undefined; // A copy of its own.
  tell({ sha256, length, text, pictures: pictures.map((path) => outlineMedia(path, bytes)) }, text);
  return true;
}

function move(part: string, file: string): void {
  try {
    renameSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    renameSync(part, file);
  }
}
