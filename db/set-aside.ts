import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { StoreFault } from './store-fault.ts';

/**
 * Moves a store that cannot be used out of the way, with its WAL, so that nothing in it is lost.
 * Of each kind of fault only the newest `keep` are kept, so that a disk that fails again and again does not fill up.
 * `stamp` orders them; but this one is the newest whatever the clock says that it was taken from. Returns the name it has now.
 */
export function setAside(file: string, fault: StoreFault, stamp: string, keep = 1): string {
  const folder = dirname(file);
  const kind = `${basename(file)}.${fault}-`;
  const aside = kind + stamp;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, join(folder, aside + suffix));
  const stampOf = (name: string) => name.slice(kind.length).replace(/-(wal|shm)$/, '');
  const all = readdirSync(folder).filter((name) => name.startsWith(kind));
  const before = [...new Set(all.map(stampOf))].filter((each) => each !== stamp).sort();
  const kept = [...before.slice(Math.max(0, before.length - keep + 1)), stamp];
  for (const name of all) if (!kept.includes(stampOf(name))) rmSync(join(folder, name));
  return aside;
}
