import { existsSync } from 'node:fs';
import type { Manifest, ManifestFile } from '../../core/contract/repository/manifest.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { BlobStore } from '../../db/blobs/blob-store.ts';
import { beginSync } from '../../db/blobs/sync-files.ts';
import { type CheckedFiles, checkPackFiles } from '../../packs/load-pack-folder.ts';
import { type ArrivedFiles, arrivedFiles, expectedMedia } from '../arrived-files.ts';
import { download, MOST_AT_ONCE } from '../download.ts';
import type { Source, WebPlace } from '../source/source.ts';
import { startFetchThreads, toFetch } from './fetch-in-threads.ts';

/** What is wanted: a version by its manifest, and those of its contents that are not here. */
export type Wanting = {
  readonly manifest: Manifest;
  readonly missing: readonly ManifestFile[];
  readonly blobs: BlobStore;
  readonly today: CalendarDate;
};

/**
 * How many bytes came, and how many of them by threads; what the check of the version says; and the digests of what was brought to the
 * disk meanwhile.
 */
export type FetchedAndChecked = CheckedFiles & {
  readonly moved: number;
  readonly byThreads: number;
  readonly onDisk: ReadonlySet<string>;
};

/**
 * Fetches what is missing of a version and checks all of it. With `web`, threads fetch from there: texts first, which are judged while the
 * pictures come, as if each were what its name says. Where one is not, the judgement counts for nothing, and all is judged as it came.
 * Throws UpdateError, and DamagedBlobError when what lay here is damaged.
 */
export async function fetchAndCheck(
  source: Source,
  web: WebPlace | undefined,
  { manifest, missing, blobs, today }: Wanting,
): Promise<FetchedAndChecked> {
  const arrived = arrivedFiles(manifest, blobs);
  const { byThreads, onDisk, early } =
    web === undefined ? BY_NO_THREAD : await fetchInThreads(web, arrived, { missing, blobs, today });
  const moved = byThreads + (await download(source, missing, blobs, arrived.take));
  beginSync(blobs.folder, missing.length - onDisk.size); // The disk works while what follows is done.
  const checked =
    early !== undefined && arrived.areExpected() ? early : checkPackFiles(arrived.files, today, arrived.look);
  return { ...checked, moved, byThreads, onDisk };
}

/** What threads fetched, and what the check says if every picture is what its name says; nothing when texts are still missing. */
type ByThreads = {
  readonly byThreads: number;
  readonly onDisk: ReadonlySet<string>;
  readonly early: CheckedFiles | undefined;
};

const BY_NO_THREAD: ByThreads = { byThreads: 0, onDisk: new Set(), early: undefined };

async function fetchInThreads(
  web: WebPlace,
  arrived: ArrivedFiles,
  { missing, blobs, today }: Omit<Wanting, 'manifest'>,
): Promise<ByThreads> {
  const threads = startFetchThreads(web);
  try {
    const whole = missing.filter(
      ({ sha256, length }) => length > 0 && length <= MOST_AT_ONCE && !existsSync(blobs.partOf(sha256)),
    );
    const fetching = threads.fetch(
      whole.map((content) => toFetch(content, blobs, arrived)),
      blobs.folder,
      arrived.see,
    );
    await fetching.texts;
    const isText = (file: ManifestFile) => arrived.uses(file).isText;
    const early = missing.filter(isText).every((text) => blobs.has(text))
      ? checkPackFiles(arrived.files, today, expectedMedia(arrived.files))
      : undefined;
    const { moved, onDisk } = await fetching.all;
    return { byThreads: moved, onDisk, early };
  } finally {
    await threads.end();
  }
}
