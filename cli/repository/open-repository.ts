import { openFolder } from '../../trust/repository/open-folder.ts';
import { openUrl } from '../../trust/repository/open-url.ts';
import { type Repository, readRepository } from '../../trust/repository/read-repository.ts';
import type { RepositoryFiles } from '../../trust/repository/repository-files.ts';
import { readText } from '../keys/open-key-files.ts';

/** A repository in a folder, or on a web server when it is named by an address. */
export function openFiles(place: string): RepositoryFiles {
  return /^https?:\/\//.test(place)
    ? openUrl(place, process.env['BALIE_PUBLISH_AUTHORIZATION'])
    : openFolder(place);
}

/** The same, read from its first root on, or from the one in the file of `--root`. Throws TrustError when that cannot be. */
export async function openRepository(place: string, root: string | boolean | undefined): Promise<Repository> {
  return await readRepository(openFiles(place), trustedRoot(root));
}

/** The root of `--root FILE`, which came another way than over the network; undefined without. */
export function trustedRoot(option: string | boolean | undefined): Buffer | undefined {
  return typeof option === 'string' ? Buffer.from(readText(option)) : undefined;
}
