import { folderSource } from './source/folder-source.ts';
import { httpSource } from './source/http-source.ts';
import type { Source } from './source/source.ts';

/** The repository at a web address or in a folder. Throws SourceError. */
export async function openSource(address: string): Promise<Source> {
  return /^[a-z]{2,}:/i.test(address) ? httpSource(address) : folderSource(address);
}
