import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { app, ipcMain, powerMonitor } from 'electron';
import { CALLS } from '../core/contract/bridge.ts';
import { registerAppScheme } from './app-protocol.ts';
import { browserFolder } from './browser-folder.ts';
import { readDoors } from './doors.ts';
import { emit } from './ipc/emit.ts';
import { keepHeapLean } from './lean-heap.ts';
import { setSwitches } from './lockdown/switches.ts';
import { openLog } from './log.ts';
import { movedClock } from './moved-clock.ts';
import { photographer } from './photographer.ts';
import type { Rooms } from './rooms.ts';
import { startIdleClock } from './session/idle-clock.ts';
import { lockWithMachine } from './session/lock-with-machine.ts';
import { startVisits, type Visits } from './session/visits.ts';

/** What a second app with the same data folder ends with, so that whoever started it can say so (scripts/run/launch.mjs). */
const RUNNING_ALREADY = 3;

// The oldest runtime that the tests use has no global crypto.
globalThis.crypto ??= webcrypto as typeof globalThis.crypto;

keepHeapLean();
const doors = readDoors(process.env, __BALIE_TEST_BUILD__ && !app.isPackaged, process.argv);
const dataDir = doors.dataDir ?? app.getPath('userData');
const browserDir = browserFolder(dataDir);
app.setPath('userData', browserDir);
app.setPath('crashDumps', join(browserDir, 'crashes'));
const now = movedClock(doors.today);
const log = openLog(dataDir);
setSwitches();
registerAppScheme();

if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Balie runs already with this data folder.\n');
  app.exit(RUNNING_ALREADY);
} else {
  const distFolder = join(__dirname, '..');
  const photograph = photographer(doors.screenshotDir);
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(() => {
    let visits: Visits | undefined;
    const clock = startIdleClock(
      doors.idle,
      () => performance.now(),
      (phase) => {
        if (phase.kind === 'over') visits?.renew('idle');
        else if (phase.kind === 'warning')
          emit(visits?.page(), 'idle:warned', { secondsLeft: phase.secondsLeft });
        else emit(visits?.page(), 'idle:calmed', {});
      },
    );
    const openRooms = async () =>
      (await import('./rooms.ts')).openRooms(
        {
          dataDir,
          migrationsDir: join(__dirname, 'migrations'),
          nativeBinding: join(__dirname, 'better_sqlite3.node'),
          printFolder: join(__dirname, 'print'),
          packsDir: doors.packsDir ?? join(app.getAppPath(), 'assets', 'packs'),
          // The directory that came with the app goes with the packs that did.
          directoryDir:
            doors.packsDir === undefined ? join(app.getAppPath(), 'assets', 'directory') : undefined,
          deskListsFile: join(app.getAppPath(), 'assets', 'desk', 'desk.json'),
          now,
          log,
          appVersion: app.getVersion(),
          profile: doors.profile,
          speakerFile: join(__dirname, 'speaker.cjs'),
          updaterFile: join(__dirname, 'updater.cjs'),
          previewerFile: join(__dirname, 'previewer.cjs'),
          lineFile: join(__dirname, 'desk-line.cjs'),
          syncSeconds: doors.syncSeconds,
          stickDirs: doors.stickDirs,
          serverUrl: doors.serverUrl,
        },
        {
          isCurrent: (contentsId) => visits?.isCurrent(contentsId) ?? false,
          id: () => visits?.page()?.id ?? 0,
          touch: clock.touch,
          help: clock.help,
          end: () => visits?.renew('ended'),
          tell: (event, detail) => emit(visits?.page(), event, detail),
          isQuiet: clock.isResting,
          redraw: () => visits?.renew('content'),
          shown: (screen) => {
            visits?.shown();
            photograph(visits?.page(), screen);
          },
        },
      );
    // Asked for by the first call, which comes when the first screen is on the glass: until then this process
    // has nothing else to do than to serve that screen.
    let started: Promise<Rooms> | undefined;
    let running: Rooms | undefined;
    const rooms = () => {
      if (started === undefined) {
        started = openRooms();
        started
          .then((all) => {
            running = all;
          })
          .catch((error) => log.trouble('rooms-failed', String((error as Error).stack ?? error)));
      }
      return started;
    };
    ipcMain.handle(CALLS, async (event, name: unknown, input: unknown) =>
      (await rooms()).call(event, name, input),
    );
    visits = startVisits(
      {
        about: { profile: doors.profile, language: doors.language },
        distFolder,
        kioskMode: doors.profile === 'kiosk',
        readMedia: async (address) => (await rooms()).readMedia(address),
      },
      {
        log,
        incident: (code, detail) => {
          // At once where that can be: a preview is gone when its visit is, and what happened in one is not written down.
          if (running !== undefined) return running.incident(code, detail);
          rooms().then(
            (all) => all.incident(code, detail),
            () => undefined, // That is logged already.
          );
        },
      },
      () => {
        clock.stop();
        // What is still starting has nothing of this visit, and nothing that the next screen waits for.
        return running?.visitOver();
      },
    );
    lockWithMachine(
      powerMonitor,
      clock.isResting,
      () => visits?.renew('locked'),
      () => running?.machineLeft(),
    );
  });
}
