import type { SourceMedia } from '../../core/domain/pack-source.ts';
import type { Content } from '../../db/blobs/blob-store.ts';
import type { WebPlace } from '../source/source.ts';

/** A content to fetch: its place in the repository, where it is gathered and where it belongs, and for what it is there. */
export type ToFetch = Content & {
  readonly place: string;
  readonly part: string;
  readonly file: string;
  readonly isText: boolean;
  readonly pictures: readonly string[];
};

/**
 * What a thread is told. `counts` are of all threads together: how many contents were taken, and how many threads are still busy. The last
 * of these brings `folder` to the disk, in which all contents lie.
 */
export type FetchTask = {
  readonly web: WebPlace;
  readonly contents: readonly ToFetch[];
  readonly folder: string;
  readonly counts: SharedArrayBuffer;
};

/** Where in `counts` each of them stands. */
export const TAKEN = 0;
export const BUSY = 1;

/**
 * What a thread tells: a content is in its place, proven, and this was seen of it; or it fetches no more. `synced`: it was the last one, and
 * all contents that were told of before are on the disk.
 */
export type FromThread =
  | (Content & { readonly text: ArrayBuffer | undefined; readonly pictures: readonly SourceMedia[] })
  | { readonly done: true; readonly synced: boolean };
