import { existsSync, readdirSync } from 'node:fs';

/** The names of the packs that lie in a folder; none when there is no such folder. */
export function listPackFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
