import { join } from 'node:path';
import { Manifest } from '../../core/contract/repository/manifest.ts';
import type { Content } from '../../db/blobs/blob-store.ts';
import { DamagedBlobError } from '../../db/blobs/blob-store.ts';
import { blobsOf } from '../../db/blobs/blobs-of.ts';
import { type PackToInstall, type StoredManifest, writePack } from '../../db/content/install-pack.ts';
import type { WriteDb } from '../../db/open.ts';
import { digestPack, digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { listPackFolders } from '../../packs/list-pack-folders.ts';
import { checkPackFiles, loadPackFolder } from '../../packs/load-pack-folder.ts';
import { outlineMedia } from '../../packs/outline-media.ts';
import { findContent } from './heal-source.ts';
import type { ScrubPlan } from './scrub-plan.ts';

/**
 * Writes a version whose rows have rotted again, from the very files it was made of: a folder with the same digest, or the contents
 * of its manifest. Says where these came from; undefined when they cannot be had, and then nothing has changed.
 */
export async function healVersion(
  plan: ScrubPlan,
  pack: string,
  version: number,
): Promise<string | undefined> {
  const digest = digestOf(plan.db, pack, version);
  const manifest = manifestOf(plan.db, pack, version, digest);
  const again = manifest === undefined ? fromPacks(plan, digest) : await fromContents(plan, manifest, digest);
  if (again === undefined || again.install.pack.about.id !== pack) return undefined;
  try {
    plan.db.transaction(() => writePack(plan.db, again.install, manifest?.stored, version)).immediate();
  } catch (error) {
    // The row of the version itself is another one by now: what was signed is not written over.
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return undefined;
    throw error;
  }
  return again.from;
}

type Again = { readonly install: PackToInstall; readonly from: string };

function fromPacks({ packsDir, today }: ScrubPlan, digest: string): Again | undefined {
  if (packsDir === undefined) return undefined;
  const folder = listPackFolders(packsDir)
    .map((name) => join(packsDir, name))
    .find((each) => digestOrNone(each) === digest);
  if (folder === undefined) return undefined;
  const loaded = loadPackFolder(folder, today);
  return loaded.ok ? { install: loaded, from: packsDir } : undefined;
}

/** The contents that a manifest names: those that lie here, and for the others whoever has them. */
async function fromContents(
  { db, sources, today }: ScrubPlan,
  { files }: Manifested,
  digest: string,
): Promise<Again | undefined> {
  const blobs = blobsOf(db);
  let from = 'blobs';
  for (const content of files) {
    if (isHere(db, content)) continue;
    const found = await findContent(sources, content);
    if (found === undefined) return undefined;
    blobs.put(found.bytes);
    from = found.from;
  }
  const byPath = new Map(files.map((file) => [file.path, file]));
  const at = (path: string) => byPath.get(path) as Content;
  const { pack } = checkPackFiles(
    {
      paths: [...byPath.keys()],
      sizeOf: (path) => at(path).length,
      read: (path) => blobs.read(at(path)),
    },
    today,
    (path, read) => outlineMedia(path, read()),
  );
  if (pack === undefined) return undefined;
  blobs.sync(pack.media.map(({ path }) => at(path)));
  return { install: { pack, digest, media: byPath }, from };
}

type Manifested = { readonly stored: StoredManifest; readonly files: Manifest['files'] };

/** The manifest of a version, when it is there and still the one that the version was made by. */
function manifestOf(db: WriteDb, pack: string, version: number, digest: string): Manifested | undefined {
  const stored = db
    .prepare<[string, number], StoredManifest>(
      'SELECT sha256, body FROM pack_manifests WHERE pack_id = ? AND version = ?',
    )
    .get(pack, version);
  if (stored === undefined) return undefined;
  try {
    const { files } = Manifest.parse(JSON.parse(stored.body));
    return digestPack(files) === digest ? { stored, files } : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(db: WriteDb, pack: string, version: number): string {
  return String(
    db
      .prepare<[string, number], string>('SELECT digest FROM pack_versions WHERE pack_id = ? AND version = ?')
      .pluck()
      .get(pack, version),
  );
}

function digestOrNone(folder: string): string | undefined {
  try {
    return digestPackFolder(folder);
  } catch {
    return undefined;
  }
}

function isHere(db: WriteDb, content: Content): boolean {
  try {
    blobsOf(db).read(content);
    return true;
  } catch (error) {
    if (error instanceof DamagedBlobError) return false;
    throw error;
  }
}
