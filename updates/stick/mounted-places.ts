import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where something is mounted that somebody may have plugged in. The id is another one each time it is mounted. */
export type MountedPlace = { readonly id: string; readonly folder: string };

/** Desktops and udisks mount below the first two, people by hand below the last. */
const ROOTS = ['/media', '/run/media', '/mnt'];
/** `/media/NAME`, or `/media/USER/NAME`. */
const MOST_LEVELS = 2;

/**
 * The places at which disks are mounted that may be a stick; none on a system that has no mountinfo of Linux. Reads nothing of
 * what is mounted, so a stick that hangs does not hang its caller.
 */
export function mountedPlaces(): MountedPlace[] {
  try {
    return placesIn(readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch {
    return [];
  }
}

/** The same from the text of a mountinfo, as proc(5) describes it. Only what lies on a device counts: no network, no pseudo files. */
export function placesIn(mountinfo: string): MountedPlace[] {
  const places = new Map<string, string>();
  for (const line of mountinfo.split('\n')) {
    const [mount = '', disk = ''] = line.split(' - ');
    const [id = '', , , , point = ''] = mount.split(' ');
    const folder = unescaped(point);
    if (!mayBeStick(folder)) continue;
    // What was mounted last hides what was mounted there before.
    places.delete(folder);
    if (disk.split(' ')[1]?.startsWith('/dev/')) places.set(folder, id);
  }
  return [...places].map(([folder, id]) => ({ id, folder }));
}

/** The folders in these folders, as places: for tests, and for systems that mount elsewhere. */
export function foldersIn(folders: readonly string[]): MountedPlace[] {
  return folders.flatMap((each) => {
    try {
      return readdirSync(each).map((name) => placeAt(join(each, name)));
    } catch {
      return [];
    }
  });
}

function placeAt(folder: string): MountedPlace {
  const found = statSync(folder, { throwIfNoEntry: false });
  return { id: `${found?.dev}:${found?.ino}`, folder };
}

function mayBeStick(folder: string): boolean {
  return ROOTS.some((root) => {
    if (folder === root) return true;
    return folder.startsWith(`${root}/`) && folder.slice(root.length + 1).split('/').length <= MOST_LEVELS;
  });
}

/** Spaces and the like are written as `\040`. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
