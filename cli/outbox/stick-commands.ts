import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '../../core/contract/sync/batch.ts';
import { shownVersions } from '../../db/content/updates/shown-versions.ts';
import { openForReading } from '../../db/open.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { freeBytes } from '../../updates/free-bytes.ts';
import { batchToSend, takeAnswer, takeRevocation } from '../../updates/outbox/batches.ts';
import { SyncError } from '../../updates/outbox/sync-error.ts';
import { packsFollowed } from '../../updates/packs-followed.ts';
import { openOpsStore } from '../admin/open-ops-store.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { appVersion } from './enrol-command.ts';

/** `balie outbox export DIR --data DIR`: writes the batch that is next onto a stick, signed, for the server to take in. */
export function exportOutbox(args: string[]): number {
  return onStick(args, (db, dataDir, stick) => {
    const packs = packsFollowed(shownIn(dataDir), dataDir);
    const health = { appVersion: appVersion(), packs, freeBytes: freeBytes(dataDir) };
    const batch = batchToSend(db, dataDir, health, new Date());
    if (batch === undefined)
      throw new CommandError('This device belongs to no server, or not any more. Enrol it: balie enrol.', 1);
    putFile(join(stick, 'BATCH.json'), batch.body);
    putFile(join(stick, 'BATCH.json.jws'), batch.signature);
    const { items } = JSON.parse(batch.body.toString()) as Batch;
    const written =
      'BATCH.json is written. Take it to the server, and bring back what the server writes beside it.';
    return `${written}${stillWaiting(countOutbox(db) - items.length)}`;
  });
}

/** `balie outbox acknowledge DIR --data DIR`: takes what the server wrote onto the stick: what it has is forgotten here. */
export function acknowledgeOutbox(args: string[]): number {
  return onStick(args, (db, _, stick) => {
    const body = readFileSync(join(stick, 'ACKNOWLEDGEMENT.json'));
    const signature = readFileSync(join(stick, 'ACKNOWLEDGEMENT.json.jws'), 'utf8').trim();
    if (takeRevocation(db, { body, signature }))
      throw new CommandError(
        'This device was revoked. It counts nothing any more. Enrol it: balie enrol.',
        1,
      );
    const { items } = takeAnswer(db, { body, signature }, new Date());
    return `The server has ${items.length} items; they are forgotten here.${stillWaiting(countOutbox(db))}`;
  });
}

/** A batch holds 200 items at most, and the next is made when this one was acknowledged. */
function stillWaiting(items: number): string {
  return items === 0 ? '' : ` ${items} still wait: make the round again for them.`;
}

function onStick(
  args: string[],
  act: (db: ReturnType<typeof openOpsStore>, dataDir: string, stick: string) => string,
): number {
  const { positions, options } = readArguments(args, ['DIR'], { data: 'string', migrations: 'string' });
  const db = openOpsStore(options['data'], options['migrations']);
  const stick = String(positions[0]);
  try {
    console.log(act(db, String(options['data']), stick));
    return 0;
  } catch (error) {
    if (error instanceof SyncError) throw new CommandError(error.message, 1);
    if (error instanceof CommandError) throw error;
    const { code, path } = error as NodeJS.ErrnoException;
    if (path?.startsWith(stick)) throw new CommandError(`"${path}" cannot be used (${code}).`, 1);
    throw storeError(error);
  } finally {
    db.close();
  }
}

/** What is on the screen of this device; nothing when its content cannot be read: what was counted goes out all the same. */
function shownIn(dataDir: string): ReturnType<typeof shownVersions> {
  try {
    const content = openForReading(join(dataDir, 'content.db'));
    try {
      return shownVersions(content);
    } finally {
      content.close();
    }
  } catch {
    return [];
  }
}

/** A stick is pulled out when people please: the file is there whole or not at all. */
function putFile(file: string, bytes: Buffer | string): void {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w');
  try {
    writeSync(descriptor, Buffer.from(bytes));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
}
