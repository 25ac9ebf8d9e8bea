// A repository in which anything may be altered: whatever it is, a kiosk shows what was signed, or what it had.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, expect, test, vi } from 'vitest';
import { contentOf as digestOf } from '../../../db/blobs/blob-store.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { readTrustedMetadata } from '../../../db/content/updates/trusted-metadata.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import { prepareUpdate } from '../../../updates/prepare-update.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import type { Source } from '../../../updates/source/source.ts';
import { UpdateError } from '../../../updates/update-error.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { chance } from '../../builders/chance.ts';
import { TODAY } from '../../builders/today.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { picturedPack } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository, NOW, STABLE } from '../../builders/updates/raw-repository.ts';
import { contentOf } from '../../builders/updates/refused.ts';

/** BALIE_MUTATIONS=10000 looks at more of them; the seed is fixed, so what fails once fails again. */
const COUNT = Number(process.env['BALIE_MUTATIONS'] ?? 200);
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_124);

/** The real threads, which outlive an update here: to start them takes longer than all the rest of a round. */
const threads = vi.hoisted(() => ({ all: [] as Worker[], idle: [] as Worker[] }));
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  function Kept(file: URL): Worker {
    const begun = threads.idle.pop();
    if (begun !== undefined) return begun;
    const worker = new real.Worker(file);
    const terminate = worker.terminate.bind(worker);
    threads.all.push(Object.assign(worker, { end: terminate }));
    worker.terminate = async () => {
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      threads.idle.push(worker);
      return 0;
    };
    return worker;
  }
  return { ...real, Worker: Kept };
});
afterAll(async () => {
  for (const thread of threads.all) await (thread as Worker & { end: Worker['terminate'] }).end();
});

type Alter = (bytes: Buffer, random: () => number, other: Buffer) => Buffer | undefined;
const spot = (bytes: Buffer, random: () => number) => Math.floor(random() * bytes.length);

const ALTERATIONS: readonly Alter[] = [
  (bytes, random) => {
    const altered = Buffer.from(bytes);
    const at = spot(bytes, random);
    altered[at] = (altered[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return altered;
  },
  (bytes, random) => bytes.subarray(0, spot(bytes, random)),
  (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + spot(bytes, random), 32)]),
  (bytes, random) => {
    const at = spot(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('"9{}'), bytes.subarray(at)]);
  },
  (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replace(/\d(?=[^\d]*$)/, String(Math.floor(random() * 10))),
      'latin1',
    ),
  (_, __, other) => other,
  () => undefined,
  () => Buffer.alloc(0),
];

test(`${COUNT} alterations of a repository (seed ${SEED}) change nothing of what is shown but by what was signed`, async () => {
  const repository = aRawRepository();
  repository.publish(2, picturedPack(2));
  // No power is cut here, and waiting for the disk takes most of the time: in memory, where there is such a place.
  const sandbox = aDataFolder(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
  const { folder, bundledRoot } = repository;
  // One kiosk that must read every content, and one that has most of them.
  const [factory, behind] = ['factory', 'behind'].map((name) => join(sandbox, name)) as [string, string];
  const before = new Map<string, ReturnType<typeof contentOf>>();
  for (const template of [factory, behind]) {
    mkdirSync(template);
    const kiosk = aKiosk(bundledRoot, template);
    if (template === behind) expect(await kiosk.update(repository)).toBe('ready');
    before.set(template, contentOf(kiosk));
    kiosk.db.pragma('wal_checkpoint(TRUNCATE)');
    kiosk.db.close();
  }
  const metadata = () =>
    Object.keys(digestsIn(folder, 'metadata')).map((place) => signedPart(readFileSync(join(folder, place))));
  const wasSigned = metadata();
  repository.publish(3, picturedPack(3));
  const signed = new Set([...wasSigned, ...metadata()]);
  const server = await aServer(folder);
  const dataDir = join(sandbox, 'kiosk');
  /** What lies in a kiosk after an update with this source, and what came of that. */
  const updated = async (template: string, source: Source, threadsFrom?: number) => {
    cpSync(template, dataDir, { recursive: true });
    const db = openForWriting(join(dataDir, 'content.db'));
    db.pragma('synchronous = OFF');
    const outcome = await update(db, { dataDir, bundledRoot, threadsFrom }, source);
    const after = contentOf({ db });
    const trusted = [...readTrustedMetadata(db).values()].map(signedPart);
    db.close();
    const blobs = digestsIn(dataDir, 'blobs');
    rmSync(dataDir, { recursive: true });
    return { outcome, after, trusted, blobs };
  };
  const starts = [];
  for (const template of [factory, behind]) {
    const read = new Set<string>();
    const unaltered = await updated(template, listening(await folderSource(folder), read));
    expect(unaltered.outcome).toBe('ready');
    const [contents, others] = [true, false].map((isContent) =>
      [...read].filter(
        (place) => place.startsWith('blobs/') === isContent && existsSync(join(folder, place)),
      ),
    ) as [string[], string[]];
    starts.push({ template, contents, others, unaltered });
  }
  const all = new Set(Object.values(picturedPack(3)).map((bytes) => digestOf(Buffer.from(bytes)).sha256));
  expect(starts.map(({ contents }) => contents.length)).toEqual([all.size, 3]);

  const untouched = [digestsIn(folder), digestsIn(factory), digestsIn(behind)];
  const places = Object.keys(digestsIn(folder));
  const random = chance(SEED);
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
  const outcomes = new Map<string, number>();
  for (let round = 0; round < COUNT; round++) {
    const { template, contents, others, unaltered } = one(starts);
    // Half of the time a content that is read, else mostly what says which contents these are.
    const place = one([contents, contents, others, places][Math.floor(random() * 4)] as string[]);
    const good = readFileSync(join(folder, place));
    const altered = one(ALTERATIONS)(good, random, readFileSync(join(folder, one(places))));
    if (altered === undefined) rmSync(join(folder, place));
    else writeFileSync(join(folder, place), altered);
    // Every other time by threads from a web server.
    const isByThreads = round % 2 === 1;
    const source = isByThreads ? httpSource(server.address) : await folderSource(folder);
    const { outcome, after, trusted, blobs } = await updated(template, source, isByThreads ? 0 : undefined);
    writeFileSync(join(folder, place), good);
    const what = `round ${round}, ${relative(sandbox, template)}${isByThreads ? ' by threads' : ''}: ${place} (${outcome})`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    expect(after, what).toEqual(outcome === 'ready' ? unaltered.after : before.get(template));
    if (outcome === 'ready') expect(blobs, what).toEqual(unaltered.blobs);
    for (const [name, sha256] of Object.entries(blobs).filter(([name]) => name.startsWith('blobs/sha256/')))
      expect(name.endsWith(`/${sha256}`), `${what} left ${name}`).toBe(true);
    for (const said of trusted) expect(signed.has(said), `${what} trusts ${said}`).toBe(true);
    if (contents.includes(place) && altered?.equals(good) !== true) expect(outcome, what).not.toBe('ready');
  }
  expect(threads.all.length).toBeGreaterThan(0);
  // Some alterations are of what this kiosk does not read; all others were refused, in more than one way.
  expect(outcomes.get('ready') ?? 0).toBeLessThan(COUNT * 0.5);
  expect(outcomes.size).toBeGreaterThan(4);
  expect([digestsIn(folder), digestsIn(factory), digestsIn(behind)]).toEqual(untouched);
}, 7_200_000);

/** What lies in a folder, or under it: the digest of each file by its place. */
function digestsIn(folder: string, under = '.'): Record<string, string> {
  const all = join(folder, under);
  if (!existsSync(all)) return {};
  const files = readdirSync(all, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(folder, file), digestOf(readFileSync(file)).sha256]),
  );
}

/** The data under the signatures, however it is written. */
function signedPart(bytes: Buffer): string {
  return JSON.stringify(JSON.parse(bytes.toString('utf8')).signed);
}

/** A source that writes down what it is asked. */
function listening(source: Source, asked: Set<string>): Source {
  return {
    ...source,
    open: (place, wanted) => {
      asked.add(place);
      return source.open(place, wanted);
    },
  };
}

async function update(
  db: WriteDb,
  kiosk: { dataDir: string; bundledRoot: Buffer; threadsFrom: number | undefined },
  source: Source,
): Promise<string> {
  try {
    const plan = { ...kiosk, db, now: NOW, today: TODAY, follow: [STABLE] };
    const [first] = await prepareUpdate(source, plan);
    const outcome = first?.outcome ?? { kind: 'none' };
    if (outcome.kind === 'failed') return outcome.error.fault;
    showStagedPack(db, 'klein');
    return outcome.kind;
  } catch (error) {
    if (error instanceof UpdateError) return error.fault;
    throw error;
  }
}
