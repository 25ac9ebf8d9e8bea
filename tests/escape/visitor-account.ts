import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { electronPath } from '../../scripts/setup/electron.mjs';
import { APP_FOLDER } from '../journeys/launch-kiosk.ts';

/** The account that owns nothing, on every Unix. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
/** What a page might have another program of the desktop open; ours write down what they were asked. */
const OPENERS = ['xdg-open', 'xdg-email', 'gio', 'gvfs-open', 'kde-open', 'exo-open'];

/** A place in a temporary folder from which somebody without any rights can run the app. */
export type VisitorAccount = {
  readonly appFolder: string;
  readonly executable: string;
  readonly dataDir: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  /** What was handed to other programs, one line each. */
  readonly opened: () => string;
  readonly remove: () => void;
};

/**
 * Copies the app to where anybody can read it and prepares a home. Root cannot have Chromium's sandbox, so
 * root runs the app as nobody: the tests then meet the sandbox that visitors meet.
 */
export function makeVisitorAccount(): VisitorAccount {
  const place = mkdtempSync(join(tmpdir(), 'balie-visitor-'));
  chmodSync(place, 0o755);
  const at = (...names: string[]) => join(place, ...names);
  for (const name of ['package.json', 'dist', 'assets/packs'])
    cpSync(join(APP_FOLDER, name), at('app', name), {
      recursive: true,
      filter: (source) => !source.endsWith('.stamp'),
    });
  const { executable, env } = isRoot
    ? runsAsNobody(at)
    : { executable: electronPath(APP_FOLDER).path, env: {} };

  const openedFile = at('home', 'opened.txt');
  mkdirSync(at('bin'));
  for (const name of OPENERS)
    writeFileSync(at('bin', name), `#!/bin/sh\necho "${name} $*" >> '${openedFile}'\n`, { mode: 0o755 });
  for (const name of ['home', 'home/run', 'home/data', 'home/Desktop', 'home/Downloads']) {
    mkdirSync(at(name), { mode: 0o700 });
    if (isRoot) chownSync(at(name), NOBODY, NOBODY);
  }
  giveContent(at('home', 'data', 'content.db'));
  letEverybodyRead(at('app'));
  return {
    appFolder: at('app'),
    executable,
    dataDir: at('home', 'data'),
    home: at('home'),
    env: {
      ...env,
      HOME: at('home'),
      XDG_RUNTIME_DIR: at('home', 'run'),
      XDG_CONFIG_HOME: at('home', '.config'),
      XDG_CACHE_HOME: at('home', '.cache'),
      TMPDIR: at('home', 'run'),
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`,
    },
    opened: () => (existsSync(openedFile) ? readFileSync(openedFile, 'utf8') : ''),
    remove: () => rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Where a store was filled for all tests, a visitor's kiosk begins with its content. */
function giveContent(store: string): void {
  const filled = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (!existsSync(filled)) return;
  copyFileSync(filled, store);
  if (isRoot) chownSync(store, NOBODY, NOBODY);
}

function runsAsNobody(at: (...names: string[]) => string): {
  executable: string;
  env: Record<string, string>;
} {
  const { path, dist } = electronPath(APP_FOLDER);
  const own = isReachable(path) ? path : copiedElectron(dist, path, at('electron'));
  const executable = at('electron-as-nobody');
  const become = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --inh-caps=-all`;
  writeFileSync(executable, `#!/bin/sh\ncd / && exec ${become} '${own}' "$@"\n`, { mode: 0o755 });
  // The key to the screen is often root's alone.
  const key = process.env['XAUTHORITY'];
  if (key === undefined || !existsSync(key)) return { executable, env: {} };
  copyFileSync(key, at('screen-key'));
  chownSync(at('screen-key'), NOBODY, NOBODY);
  return { executable, env: { XAUTHORITY: at('screen-key') } };
}

function copiedElectron(dist: string, path: string, target: string): string {
  cpSync(dist, target, { recursive: true });
  letEverybodyRead(target);
  return join(target, path.slice(dist.length + 1));
}

/** May somebody who is neither owner nor in the group go all the way down to this file? */
function isReachable(path: string): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (dirname(at) === at) return true;
  }
}

function letEverybodyRead(path: string): void {
  const { mode } = statSync(path);
  chmodSync(path, mode | 0o444 | ((mode & 0o100) === 0 ? 0 : 0o111));
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) letEverybodyRead(join(path, name));
}
