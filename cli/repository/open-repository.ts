import { openFolder } from '../../trust/repository/open-folder.ts';
import { openUrl } from '../../trust/repository/open-url.ts';
import { type Repository, readRepository } from '../../trust/repository/read-repository.ts';
import type { RepositoryFiles } from '../../trust/repository/repository-files.ts';
import { CommandError } from '../command-error.ts';
import { readText } from '../keys/open-key-files.ts';

const isAddress = (place: string) => /^https?:\/\//.test(place);

/** A repository in a folder, or on a web server when it is named by an address. */
export function openFiles(place: string): RepositoryFiles {
  return isAddress(place) ? openUrl(place, process.env['BALIE_PUBLISH_AUTHORIZATION']) : openFolder(place);
}

/**
 * The same, to sign something in: read from its first root on, or from the one in the file of `--root`. Over the network that must be
 * given, because a stolen server hands out a first root of its own, and what was signed there would be for its thief to use.
 * Throws CommandError without it, TrustError when the repository cannot be read.
 */
export async function openRepository(place: string, root: string | boolean | undefined): Promise<Repository> {
  if (isAddress(place) && root === undefined)
    throw new CommandError(
      '--root FILE is missing: for a repository at an address give the root that came with the kiosks, and not over the network. It says which keys are really yours.',
    );
  return await readRepository(openFiles(place), trustedRoot(root));
}

/**
 * The root of `--root FILE`, for those who sign with root keys: from there they follow a repository, also one in a folder. A copy of it may
 * come from a stolen server, and what they signed by its root would let its thief in. Throws CommandError without it.
 */
export function rootOfHolders(option: string | boolean | undefined): Buffer {
  const root = trustedRoot(option);
  if (root === undefined)
    throw new CommandError(
      '--root FILE is missing: give the root.json of the ceremony, from a stick of a holder and not from the repository. It says which keys are really yours.',
    );
  return root;
}

/** The root of `--root FILE`, which came another way than over the network; undefined without. */
export function trustedRoot(option: string | boolean | undefined): Buffer | undefined {
  return typeof option === 'string' ? Buffer.from(readText(option)) : undefined;
}
