// A worker that reads a directory, checks its services and makes them ready to be written: on a machine with two
// processors, the other one writes meanwhile. It stays at most some batches ahead.
import { parentPort, workerData } from 'node:worker_threads';
import { checkRecord } from '../../core/domain/directory/check-record.ts';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { servicePreparer } from '../../core/domain/directory/prepare-service.ts';
import { Service } from '../../core/domain/directory/service.ts';
import { packed } from './packed-records.ts';
import { readDirectoryFiles } from './read-directory-files.ts';
import type { FromWorker } from './read-in-worker.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

const MOST_AHEAD = 4;

const port = parentPort;
if (port === null) throw new Error('This file is run as a worker.');
const tell = (message: FromWorker) => port.postMessage(message);

let ahead = 0;
let goOn: () => void = () => undefined;
port.on('message', () => {
  ahead--;
  goOn();
});

const prepare = servicePreparer();

function checked(record: DirectoryRecord): DirectoryRecord {
  if (record.kind !== 'service') return record;
  const { value, remarks } = checkRecord(Service, record.record);
  const service = value === undefined ? undefined : prepare(value);
  return { kind: 'checked', service, remarks, place: record.place };
}

try {
  for await (const batch of readDirectoryFiles(String(workerData))) {
    tell({ batch: batch.map((record) => packed(checked(record))) });
    if (++ahead >= MOST_AHEAD)
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
  }
  tell({ end: true });
} catch (error) {
  tell({ message: (error as Error).message, isUnreadable: error instanceof UnreadableDirectoryError });
}
port.close();
