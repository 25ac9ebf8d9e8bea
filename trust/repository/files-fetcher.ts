import { BaseFetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { MOST_METADATA_BYTES } from '../metadata/read-metadata.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** Stands before places so that TUF's client sees addresses; nothing is ever asked of it. */
export const NO_ADDRESS = 'http://repository.invalid/';

/** Lets TUF's own client read the metadata of a repository, wherever that lies. */
export class FilesFetcher extends BaseFetcher {
  readonly #files: RepositoryFiles;

  constructor(files: RepositoryFiles) {
    super();
    this.#files = files;
  }

  async fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const bytes = await this.#files.read(url.slice(NO_ADDRESS.length), MOST_METADATA_BYTES);
    if (bytes === undefined) throw new DownloadHTTPError('not there', 404);
    return new ReadableStream({
      start: (stream) => {
        stream.enqueue(new Uint8Array(bytes));
        stream.close();
      },
    });
  }
}
