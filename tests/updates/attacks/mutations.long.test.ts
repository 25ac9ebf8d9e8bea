// A repository in which anything may be altered: whatever it is, a kiosk shows what was signed, or what it had.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf } from '../../../db/blobs/blob-store.ts';
import { activeVersion } from '../../../db/content/install-pack.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { openForWriting, type WriteDb } from '../../../db/open.ts';
import { prepareUpdate } from '../../../updates/prepare-update.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import { UpdateError } from '../../../updates/update-error.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { chance } from '../../builders/chance.ts';
import { TODAY } from '../../builders/today.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aRawRepository, NOW, STABLE } from '../../builders/updates/raw-repository.ts';

/** BALIE_MUTATIONS=10000 looks at more of them; the seed is fixed, so what fails once fails again. */
const COUNT = Number(process.env['BALIE_MUTATIONS'] ?? 200);
const SEED = Number(process.env['BALIE_SEED'] ?? 20_261_124);

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
  const repository = aRawRepository(2);
  const sandbox = aDataFolder();
  const template = join(sandbox, 'template');
  mkdirSync(template);
  const { folder, bundledRoot } = repository;
  const before = aKiosk(bundledRoot, template);
  expect(await before.update(repository)).toBe('ready');
  before.db.pragma('wal_checkpoint(TRUNCATE)');
  before.db.close();
  repository.publish(3);
  const untouched = [digestsIn(repository.folder), digestsIn(template)];
  const places = Object.keys(digestsIn(repository.folder));
  const random = chance(SEED);
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
  const outcomes = new Map<string, number>();
  for (let round = 0; round < COUNT; round++) {
    const place = one(places);
    const good = readFileSync(place);
    const altered = one(ALTERATIONS)(good, random, readFileSync(one(places)));
    if (altered === undefined) rmSync(place);
    else writeFileSync(place, altered);
    const dataDir = join(sandbox, 'kiosk');
    cpSync(template, dataDir, { recursive: true });
    const db = openForWriting(join(dataDir, 'content.db'));
    db.pragma('synchronous = OFF'); // No power is cut here, and waiting for the disk takes most of the time.
    const what = `round ${round}: ${place.slice(repository.folder.length)}`;
    const outcome = await update(db, dataDir, { folder, bundledRoot });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const shown = activeVersion(db, 'klein')?.version;
    expect(readFlow(db, 'huur')?.words['nl']?.title, what).toBe(`Versie ${shown}`);
    expect(shown, what).toBe(outcome === 'ready' ? 3 : 2);
    db.close();
    rmSync(dataDir, { recursive: true });
    writeFileSync(place, good);
  }
  // Some alterations are of what this kiosk does not read; all others were refused, in more than one way.
  expect(outcomes.get('ready') ?? 0).toBeLessThan(COUNT * 0.8);
  expect(outcomes.size).toBeGreaterThan(4);
  expect(readdirSync(sandbox)).toEqual(['template']);
  expect([digestsIn(repository.folder), digestsIn(template)]).toEqual(untouched);
}, 3_600_000);

/** What lies in a folder: the digest of each file by its place. */
function digestsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(files.map((file) => [file, contentOf(readFileSync(file)).sha256]));
}

async function update(
  db: WriteDb,
  dataDir: string,
  { folder, bundledRoot }: { folder: string; bundledRoot: Buffer },
): Promise<string> {
  try {
    const plan = { db, dataDir, bundledRoot, now: NOW, today: TODAY, follow: [STABLE] };
    const [first] = await prepareUpdate(await folderSource(folder), plan);
    const outcome = first?.outcome ?? { kind: 'none' };
    if (outcome.kind === 'failed') return outcome.error.fault;
    showStagedPack(db, 'klein');
    return outcome.kind;
  } catch (error) {
    if (error instanceof UpdateError) return error.fault;
    throw error;
  }
}
