import { hasLibrary } from '../../server/organisations/libraries.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { CommandError } from '../command-error.ts';

/** Throws CommandError when there is no such library. */
export async function isLibrary(store: ServerStore, library: string): Promise<void> {
  if (!(await hasLibrary(store, library)))
    throw new CommandError(`There is no library "${library}". Add it first: balie server library add.`, 1);
}
