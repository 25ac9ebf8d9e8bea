import { delimiter, resolve } from 'node:path';
import type { Profile } from '../core/contract/about.ts';
import { type CalendarDate, isCalendarDate } from '../core/domain/calendar-date.ts';
import { DESK_IDLE, type IdleRule, idleRule, USUAL_IDLE } from '../core/domain/idle.ts';
import { HOME_LANGUAGE, type Language } from '../core/domain/words.ts';

/** What a test may set from outside. A released app has the same settings, but nobody can reach them. */
export type Doors = {
  readonly dataDir: string | undefined;
  readonly profile: Profile;
  readonly language: Language;
  readonly idle: IdleRule;
  readonly serverUrl: string | undefined;
  readonly packsDir: string | undefined;
  readonly screenshotDir: string | undefined;
  /** Seconds between two looks at the repository. */
  readonly syncSeconds: number | undefined;
  /** Folders of which every folder counts as a stick, in place of what is mounted. */
  readonly stickDirs: readonly string[] | undefined;
  /** The day on which the clock of the kiosk begins. */
  readonly today: CalendarDate | undefined;
};

/** What whoever installs the desk's PC starts the app with, a released one too. */
const DESK = '--desk';

/**
 * Reads the doors from the environment when they are open; a value that does not fit counts as not given. Whether it is the desk's PC, the
 * command line says as well, open or not.
 */
export function readDoors(
  environment: Readonly<Record<string, string | undefined>>,
  open: boolean,
  commandLine: readonly string[] = [],
): Doors {
  const read = (name: string) => (open ? environment[name] : undefined) || undefined;
  // Chromium wants its folders whole.
  const folder = (name: string) => {
    const given = read(name);
    return given === undefined ? undefined : resolve(given);
  };
  const seconds = Number(read('BALIE_IDLE_SECONDS'));
  const syncSeconds = Number(read('BALIE_SYNC_SECONDS'));
  const today = read('BALIE_TODAY') ?? '';
  const language = read('BALIE_LANGUAGE') ?? '';
  // Not with the schemas: this runs before there is a window, and loading them takes longer than all else here.
  const profile = read('BALIE_PROFILE') === 'desk' || commandLine.includes(DESK) ? 'desk' : 'kiosk';
  return {
    dataDir: folder('BALIE_DATA_DIR'),
    profile,
    language: /^[a-z]{2,3}$/.test(language) ? language : HOME_LANGUAGE,
    idle:
      seconds > 0 && Number.isFinite(seconds)
        ? idleRule(seconds)
        : profile === 'desk'
          ? DESK_IDLE
          : USUAL_IDLE,
    serverUrl: read('BALIE_SERVER_URL'),
    packsDir: folder('BALIE_PACKS_DIR'),
    screenshotDir: folder('BALIE_SCREENSHOT_DIR'),
    syncSeconds: syncSeconds > 0 && Number.isFinite(syncSeconds) ? syncSeconds : undefined,
    stickDirs: read('BALIE_STICK_DIRS')
      ?.split(delimiter)
      .map((each) => resolve(each)),
    today: isCalendarDate(today) ? today : undefined,
  };
}
