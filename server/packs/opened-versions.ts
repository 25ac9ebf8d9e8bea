import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { VersionName } from '../../core/contract/administration/packs.ts';
import type { PreviewOpened } from '../../core/contract/preview.ts';
import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { blobPlace } from '../../core/contract/repository/places.ts';
import { judgePack } from '../../core/domain/judge-pack.ts';
import { contentOf } from '../../db/blobs/blob-store.ts';
import { installPack } from '../../db/content/install-pack.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openInMemory, type ReadDb } from '../../db/open.ts';
import { digestPack } from '../../packs/digest-pack-folder.ts';
import { readPackFiles } from '../../packs/read-pack-folder.ts';
import { listVersions, type VersionOnChannel } from '../../trust/repository/list-versions.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readRepository } from '../../trust/repository/read-repository.ts';
import { TrustError } from '../../trust/trust-error.ts';

/** A version that was opened: what the check says, and the store that the screens read; none when a kiosk would not show it. */
export type OpenedVersion = { readonly opened: PreviewOpened; readonly db: ReadDb | undefined };

/** The versions of the repository of a server. */
export type OpenedVersions = {
  /** All that can be had. Throws TrustError when there is no repository, or a bad one. */
  readonly list: () => Promise<VersionOnChannel[]>;
  /** One of them, read and checked; undefined when it is not there. */
  readonly open: (name: VersionName) => Promise<OpenedVersion | undefined>;
  /** What the pack is called in a version that was found; undefined when nobody can read it. Throws TrustError as `open` does. */
  readonly titleOf: (version: VersionOnChannel) => Promise<string | undefined>;
  readonly close: () => void;
};

/** Of so many versions the title is remembered: more than the newest of all packs of a consortium. */
const MOST_TITLES = 1_000;
/** So many stay open: somebody who looks through a pack asks for the same one again and again. */
const MOST_OPEN = 4;

/** Beside the main process in a build; in the sources it runs from. */
const MIGRATIONS = ['../main/migrations', '../../db/migrations']
  .map((folder) => join(import.meta.dirname, folder, 'content'))
  .find(existsSync);

/** Opens versions out of a repository in a folder, each in a store in memory, filled by the code that installs packs on kiosks. */
export function openedVersions(folder: string, today: () => string, most = MOST_OPEN): OpenedVersions {
  const open = new Map<string, OpenedVersion>();
  const titles = new Map<string, string | undefined>();
  const list = async () => listVersions(await readRepository(openFolder(folder)));
  const drop = (key: string) => {
    open.get(key)?.db?.close();
    open.delete(key);
  };
  const opening = async (manifest: Manifest): Promise<OpenedVersion> => {
    // What is out of date depends on the day.
    const key = `${digestPack(manifest.files)} ${today()}`;
    const made = open.get(key) ?? (await readVersion(folder, manifest, today()));
    open.delete(key);
    open.set(key, made); // as the one that was used last
    for (const old of [...open.keys()].slice(0, -most)) drop(old);
    return made;
  };
  return {
    list,
    titleOf: async ({ manifest }) => {
      // A list of packs wants the titles of all: it opens each version once, and not again for each look.
      const key = digestPack(manifest.files);
      if (titles.has(key)) return titles.get(key);
      const { opened } = await opening(manifest);
      const title = opened.kind === 'read' ? opened.pack?.about.title : undefined;
      if (titles.size >= MOST_TITLES) titles.clear();
      titles.set(key, title);
      return title;
    },
    open: async (name) => {
      const found = (await list()).find(
        ({ library, pack, channel, manifest }) =>
          library === name.library &&
          pack === name.pack &&
          channel === name.channel &&
          manifest.version === name.version,
      );
      return found && opening(found.manifest);
    },
    close: () => {
      for (const key of [...open.keys()]) drop(key);
    },
  };
}

async function readVersion(folder: string, manifest: Manifest, today: string): Promise<OpenedVersion> {
  const repository = openFolder(folder);
  const contents = new Map<string, Buffer>();
  for (const { path, sha256, length } of manifest.files) {
    const bytes = await repository.read(blobPlace(sha256), length);
    if (bytes === undefined || contentOf(bytes).sha256 !== sha256)
      throw new TrustError(`The content of ${path} is not there, or damaged. Publish the pack again.`);
    contents.set(path, bytes);
  }
  const read = (path: string): Buffer => {
    const bytes = contents.get(path);
    if (bytes === undefined) throw new Error(`The manifest has no "${path}".`);
    return bytes;
  };
  const paths = [...contents.keys()].sort();
  const { pack, opened } = judgePack(
    readPackFiles({ paths, read, sizeOf: (path) => read(path).length }),
    today,
  );
  if (pack === undefined) return { opened, db: undefined };
  if (MIGRATIONS === undefined) throw new Error('The steps of the content store are not built.');
  const db = openInMemory(undefined);
  migrate(db, readMigrations(MIGRATIONS));
  const media = new Map(pack.media.map(({ path }) => [path, read(path)]));
  installPack(db, { pack, digest: digestPack(manifest.files), media });
  return { opened, db };
}
