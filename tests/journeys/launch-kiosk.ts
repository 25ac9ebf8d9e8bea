import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronPath } from '../../scripts/setup/electron.mjs';
import { TODAY } from '../builders/today.ts';

/** The folder of the app: the root of the project. */
export const APP_FOLDER = join(import.meta.dirname, '../..');

/** How a test wants the kiosk. */
export type KioskOptions = {
  readonly language?: string;
  readonly idleSeconds?: number;
  readonly profile?: 'kiosk' | 'desk';
  /** A data folder to go on with; without one, a new one that goes with the kiosk. */
  readonly dataDir?: string;
  readonly packsDir?: string;
  /** The day on which its clock begins. Without one, the day of all tests: what is shipped is current then. */
  readonly today?: string;
  readonly appFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Starts Electron in a way of its own, with Chromium's sandbox on. */
  readonly executable?: string;
};

/** The real app, running, with the page of the visit that is going on. */
export type Kiosk = {
  readonly app: ElectronApplication;
  readonly dataDir: string;
  /** The page now: a new visit has a new one. */
  readonly page: () => Page;
  /** The page of the next visit, once it stands at its first screen. `act` makes it come. */
  readonly nextVisit: (act: () => Promise<unknown>) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Starts the app with a data folder of its own and waits for its first screen. */
export async function launchKiosk(options: KioskOptions = {}): Promise<Kiosk> {
  const dataDir = options.dataDir ?? newDataDir(options.packsDir === undefined);
  const app = await _electron.launch({
    executablePath: options.executable ?? electronPath(APP_FOLDER).path,
    chromiumSandbox: options.executable !== undefined,
    args: [options.appFolder ?? APP_FOLDER],
    env: {
      ...withoutDoors(process.env),
      BALIE_DATA_DIR: dataDir,
      BALIE_PROFILE: options.profile ?? 'kiosk',
      BALIE_TODAY: options.today ?? TODAY,
      ...(options.language === undefined ? {} : { BALIE_LANGUAGE: options.language }),
      ...(options.idleSeconds === undefined ? {} : { BALIE_IDLE_SECONDS: String(options.idleSeconds) }),
      ...(options.packsDir === undefined ? {} : { BALIE_PACKS_DIR: options.packsDir }),
      ...options.env,
    },
  });
  let current = await firstScreen(app);
  return {
    app,
    dataDir,
    page: () => current,
    nextVisit: async (act) => {
      const [next] = await Promise.all([app.waitForEvent('window'), act()]);
      await next.waitForSelector('h1');
      current = next;
      return next;
    },
    close: async () => {
      await app.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function firstScreen(app: ElectronApplication): Promise<Page> {
  try {
    const page = await app.firstWindow();
    await page.waitForSelector('h1');
    return page;
  } catch (error) {
    await app.close(); // Nobody else could: whoever asked for it has no kiosk.
    throw error;
  }
}

/** A data folder with the shipped content in its store, where a template was filled; else an empty one. */
function newDataDir(withContent: boolean): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'balie-test-'));
  const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (withContent && existsSync(template)) copyFileSync(template, join(dataDir, 'content.db'));
  return dataDir;
}

function withoutDoors(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('BALIE_'),
    ),
  );
}
