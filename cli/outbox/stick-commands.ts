import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '../../core/contract/sync/batch.ts';
import { laterNumber, stickFile } from '../../core/contract/sync/stick-files.ts';
import { type Shown, shownVersions } from '../../db/content/updates/shown-versions.ts';
import { openForReading } from '../../db/open.ts';
import { countOutbox, noteCarried } from '../../db/ops/outbox.ts';
import { freeBytes } from '../../updates/free-bytes.ts';
import { batchToSend, takeAnswer, takeRevocation } from '../../updates/outbox/batches.ts';
import { carriedBatches, takeCarried } from '../../updates/outbox/carried-batches.ts';
import { type Posted, SyncError } from '../../updates/outbox/sync-error.ts';
import { packsFollowed } from '../../updates/packs-followed.ts';
import { openOpsStore } from '../admin/open-ops-store.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { appVersion } from './enrol-command.ts';

/** `balie outbox export DIR --data DIR`: writes all that waits (20,000 items at most) onto a stick, signed, for the server to take in. */
export function exportOutbox(args: string[]): number {
  return onStick(args, (db, dataDir, stick) => {
    const packs = packsFollowed(shownIn(dataDir), dataDir);
    const health = { appVersion: appVersion(), packs, freeBytes: freeBytes(dataDir) };
    const batch = batchToSend(db, dataDir, health, new Date());
    if (batch === undefined)
      throw new CommandError('This device belongs to no server, or not any more. Enrol it: balie enrol.', 1);
    const batches = [{ ...batch, until: 0 }, ...carriedBatches(db, dataDir, batch, new Date())];
    takeAway(stick);
    for (const [index, { body, signature, until }] of batches.entries()) {
      noteCarried(db, until); // Before it lies there: what may have arrived must not be told anew to a server that knows another device.
      const file = join(stick, stickFile('BATCH', index + 1));
      putFile(file, body);
      putFile(`${file}.jws`, signature);
    }
    const items = batches.flatMap(({ body }) => (JSON.parse(body.toString()) as Batch).items);
    const files = batches.length === 1 ? '' : ` to ${stickFile('BATCH', batches.length)}`;
    const written = `BATCH.json${files} is written. Take it to the server, and bring back what the server writes beside it.`;
    return `${written}${stillWaiting(countOutbox(db) - items.length)}`;
  });
}

/** `balie outbox acknowledge DIR --data DIR`: takes what the server wrote onto the stick: what it has is forgotten here. */
export function acknowledgeOutbox(args: string[]): number {
  return onStick(args, (db, _, stick) => {
    const { body, signature } = readAnswer(stick, 1);
    if (takeRevocation(db, { body, signature }))
      throw new CommandError(
        'This device was revoked. It counts nothing any more. Enrol it: balie enrol.',
        1,
      );
    const later = answersIn(stick).reduce((sum, each) => sum + takeCarried(db, readAnswer(stick, each)), 0);
    const first = firstOf(db, { body, signature }, later);
    return `The server has ${later + first} items; they are forgotten here.${stillWaiting(countOutbox(db))}`;
  });
}

/**
 * How many items the server has by its first answer. Throws SyncError, and changes nothing; or CommandError where `later` items of other
 * answers were forgotten already, as when the first batch went over the network meanwhile.
 */
function firstOf(db: ReturnType<typeof openOpsStore>, answer: Posted, later: number): number {
  try {
    return takeAnswer(db, answer, new Date()).items.length;
  } catch (error) {
    if (later === 0 || !(error instanceof SyncError)) throw error;
    throw new CommandError(
      `The server has ${later} items of the later batches; they are forgotten here. Of the first batch nothing was: ${error.message}`,
      1,
    );
  }
}

/** The numbers of the later answers that are there whole: a stick that was pulled out has one without its signature. */
function answersIn(stick: string): number[] {
  return numbersOf('ACKNOWLEDGEMENT', stick).filter((number) =>
    existsSync(join(stick, `${stickFile('ACKNOWLEDGEMENT', number)}.jws`)),
  );
}

function readAnswer(stick: string, number: number): Posted {
  const file = join(stick, stickFile('ACKNOWLEDGEMENT', number));
  return { body: readFileSync(file), signature: readFileSync(`${file}.jws`, 'utf8').trim() };
}

/** The numbers of the batches that lie there beside the first, or of the answers to them. */
function numbersOf(what: 'BATCH' | 'ACKNOWLEDGEMENT', stick: string): number[] {
  const names = readdirSync(stick).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => laterNumber(what, name) ?? []).sort((one, other) => one - other);
}

/** What lies there from the round before would go along with the batches of this one; the answers to it would be taken for theirs. */
function takeAway(stick: string): void {
  for (const what of ['BATCH', 'ACKNOWLEDGEMENT'] as const)
    for (const name of readdirSync(stick))
      if (laterNumber(what, name) !== undefined) rmSync(join(stick, name), { force: true });
}

/** A round takes along no more than so much, and what was counted after it was made waits too. */
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

/** What is on the screen of this device; undefined when its content cannot be read: what was counted goes out all the same. */
function shownIn(dataDir: string): Shown[] | undefined {
  try {
    const content = openForReading(join(dataDir, 'content.db'));
    try {
      return shownVersions(content);
    } finally {
      content.close();
    }
  } catch {
    return undefined;
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
