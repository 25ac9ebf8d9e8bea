import { openSource } from '../open-source.ts';
import { readRepositorySettings } from '../settings.ts';
import { type Source, SourceError } from '../source/source.ts';
import { UpdateError } from '../update-error.ts';
import { fromFolder, fromRepository, type HealSource } from './heal-source.ts';

/** Where a kiosk may have what rotted again. `given`: sticks, or what an operator named. */
export type HealPlaces = {
  readonly dataDir: string;
  readonly packsDir: string | undefined;
  readonly given: readonly Source[];
};

/** The nearest first: the packs that came with the app, what was given, the repository that is followed. */
export async function healSources({ dataDir, packsDir, given }: HealPlaces): Promise<HealSource[]> {
  const near = packsDir === undefined ? [] : [fromFolder(packsDir)];
  return [...near, ...given.map(fromRepository), ...(await followed(dataDir))];
}

/** Settings that are wrong, and a folder that is not there, are told by whoever updates. */
async function followed(dataDir: string): Promise<HealSource[]> {
  try {
    const address = readRepositorySettings(dataDir)?.address;
    return address === undefined ? [] : [fromRepository(await openSource(address))];
  } catch (error) {
    if (error instanceof UpdateError || error instanceof SourceError) return [];
    throw error;
  }
}
