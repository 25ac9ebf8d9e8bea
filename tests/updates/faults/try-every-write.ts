// An update, again and again, on a disk that fails at another write each time. Loaded with failing-disk.c:
// `try-every-write.ts REPOSITORY TEMPLATE DATA CONTROL ADDRESS`. What to try comes on the input, a line each; what came of it goes out so too.
import { cpSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { activeVersion } from '../../../db/content/install-pack.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { packsToIndex } from '../../../db/content/search/packs-to-index.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import { openSource } from '../../../updates/open-source.ts';
import { prepareUpdate } from '../../../updates/prepare-update.ts';
import { asUpdateError, UpdateError } from '../../../updates/update-error.ts';

/** Which writes fail, counted from 1, and with which errno; and whether the repository is a folder, or threads fetch it from an address. */
export type Trial = {
  readonly byThreads: boolean;
  readonly first: number;
  readonly last: number;
  readonly errno: number;
};
/** What came of it: of the update, of the store, and of the next update on a good disk. Writes: how many there were. */
export type Tried = {
  readonly writes: number;
  readonly outcome: string;
  readonly message: string;
  /** Of the error of SQLite, if it was one. */
  readonly code: string;
  readonly failure: string | null;
  readonly store: string;
  readonly next: string;
  readonly nextStore: string;
};

const [folder = '', template = '', dataDir = '', controlFile = '', address = ''] = process.argv.slice(2);
const control = openSync(controlFile, 'r+');
const bundledRoot = readFileSync(join(folder, 'metadata/1.root.json'));
const writes = () => {
  const numbers = new BigInt64Array(1);
  readSync(control, numbers, 0, 8, 0);
  return Number(numbers[0]);
};
const fail = (first: number, last: number, errno: number) =>
  void writeSync(control, BigInt64Array.from([0, first, last, errno].map(BigInt)), 0, 32, 0);

async function update(byThreads: boolean): Promise<Pick<Tried, 'outcome' | 'message' | 'code'>> {
  let db: WriteDb | undefined;
  try {
    db = openForWriting(join(dataDir, 'content.db'));
    const [prepared] = await prepareUpdate(await openSource(byThreads ? address : folder), {
      ...{ db, dataDir, bundledRoot, now: Date.UTC(2026, 10, 24, 12), today: '2026-11-24' },
      follow: [{ library: 'bieb', pack: 'klein', channel: 'stable' }],
      threadsFrom: 0,
    });
    const outcome = prepared?.outcome;
    if (outcome?.kind === 'failed') throw outcome.error;
    showStagedPack(db, 'klein');
    return { outcome: String(outcome?.kind), message: '', code: '' };
  } catch (error) {
    const known = asUpdateError(error);
    return known instanceof UpdateError
      ? { outcome: known.fault, message: known.message, code: codeOf(known.cause) }
      : { outcome: 'bug', message: String((known as Error).stack), code: '' };
  } finally {
    db?.close();
  }
}

const codeOf = (cause: unknown) => String((cause as { code?: unknown } | undefined)?.code ?? '');

/** Which version is shown, when all of it is of that version and the store is whole; else what is wrong. */
function store(): { store: string; failure: string | null } {
  const db = openForWriting(join(dataDir, 'content.db'));
  const shown = activeVersion(db, 'klein')?.version;
  const title = readFlow(db, 'huur')?.words['nl']?.title;
  const sound = db.pragma('integrity_check', { simple: true });
  const isWhole = title === `Versie ${shown}` && packsToIndex(db).length === 0 && sound === 'ok';
  const { failure } = readUpdateStatus(db);
  db.close();
  return {
    store: isWhole ? String(shown) : `${shown}, ${title}, ${sound}`,
    failure: failure?.message ?? null,
  };
}

for await (const line of createInterface(process.stdin)) {
  const { byThreads, first, last, errno } = JSON.parse(line) as Trial;
  rmSync(dataDir, { recursive: true, force: true });
  cpSync(template, dataDir, { recursive: true });
  fail(first, last, errno);
  const came = await update(byThreads);
  const seen = writes();
  fail(0, 0, 0);
  const after = store();
  const { outcome: next } = await update(byThreads);
  const tried: Tried = { ...{ writes: seen, ...came, ...after }, next, nextStore: store().store };
  process.stdout.write(`${JSON.stringify(tried)}\n`);
}
