// A worker that reads a directory, checks its services and makes them ready to be written: on a machine with two
// processors, the other one writes meanwhile. It stays at most some batches ahead; when it is not ahead at all, it passes
// the rest of one on as it was read.
import { parentPort, workerData } from 'node:worker_threads';
import { checkServiceText } from '../../core/domain/directory/check-service-text.ts';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { prepareService } from '../../core/domain/directory/prepare-service.ts';
import { TermBook } from '../../core/domain/directory/term-book.ts';
import { packed } from './packed-records.ts';
import { readDirectoryFiles } from './read-directory-files.ts';
import type { FromWorker, WorkerTask } from './read-in-worker.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

/** Enough to read on while the other side brings a transaction to the disk. */
const MOST_AHEAD = 24;

const port = parentPort;
if (port === null) throw new Error('This file is run as a worker.');
const tell = (message: FromWorker) => port.postMessage(message);

const { path, written } = workerData as WorkerTask;
/** A count that both threads see at once: a message would be heard only after the next batch is read and checked. */
const count = new Int32Array(written);
let sent = 0;

const book = new TermBook();

function checked(record: DirectoryRecord): DirectoryRecord {
  if (record.kind !== 'service') return record;
  const { place } = record;
  const read = checkServiceText(record.text);
  if (read.fault !== undefined) return { kind: 'fault', message: read.fault, place };
  const { value, remarks } = read;
  const service = value && prepareService(value);
  return { kind: 'checked', service, remarks, terms: value === undefined ? [] : book.news(value), place };
}

try {
  for await (const batch of readDirectoryFiles(path)) {
    // Who has nothing to write can check the rest of the batch as well: then both are at work.
    let isAwaited = false;
    const ready = batch.map((record) => {
      isAwaited ||= sent > 0 && Atomics.load(count, 0) === sent;
      return isAwaited ? record : checked(record);
    });
    tell({ batch: packed(ready) });
    sent++;
    for (let seen = Atomics.load(count, 0); sent - seen >= MOST_AHEAD; seen = Atomics.load(count, 0))
      Atomics.wait(count, 0, seen);
  }
  tell({ end: true });
} catch (error) {
  tell({ message: (error as Error).message, isUnreadable: error instanceof UnreadableDirectoryError });
}
port.close();
