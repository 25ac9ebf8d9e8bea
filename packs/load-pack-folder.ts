import type { CalendarDate } from '../core/domain/calendar-date.ts';
import type { Finding } from '../core/domain/check/finding.ts';
import { checkPack } from '../core/domain/check-pack.ts';
import type { Pack } from '../core/domain/pack.ts';
import { digestPackFolder } from './digest-pack-folder.ts';
import { type PackFiles, packFilesIn } from './pack-files.ts';
import { type LookAtMedia, readPackFiles } from './read-pack-folder.ts';

/** A pack that passed the check, with what a store keeps of it; or the errors that keep it out. */
export type LoadedPack =
  | {
      readonly ok: true;
      readonly pack: Pack;
      readonly digest: string;
      readonly media: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly ok: false; readonly errors: readonly Finding[] };

/** Reads, checks and gathers a published pack from its folder. Throws UnreadablePackError when there is no such folder. */
export function loadPackFolder(folder: string, today: CalendarDate): LoadedPack {
  const files = packFilesIn(folder);
  const { pack, errors } = checkPackFiles(files, today);
  if (pack === undefined) return { ok: false, errors };
  const media = new Map(pack.media.map(({ path }) => [path, files.read(path)]));
  return { ok: true, pack, digest: digestPackFolder(folder), media };
}

/** What the check of a published pack came to: the pack, or the errors that keep it out. */
export type CheckedFiles = { readonly pack: Pack | undefined; readonly errors: readonly Finding[] };

/** Checks a published pack by its files: the pack, or the errors that keep it out. `look` is how closely its pictures are looked at. */
export function checkPackFiles(files: PackFiles, today: CalendarDate, look?: LookAtMedia): CheckedFiles {
  const { pack, findings } = checkPack(readPackFiles(files, look), { today, published: true });
  return { pack, errors: findings.filter(({ severity }) => severity === 'error') };
}
