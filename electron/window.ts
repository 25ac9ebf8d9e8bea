import { join } from 'node:path';
import { BrowserWindow, type Rectangle, type Session, screen } from 'electron';
import type { About } from '../core/contract/about.ts';
import { APP_URL, type MediaReader, serveApp } from './app-protocol.ts';
import { guardKeys } from './lockdown/guard-keys.ts';
import { guardNavigation } from './lockdown/guard-navigation.ts';
import { guardNetwork } from './lockdown/guard-network.ts';
import { guardSession } from './lockdown/guard-session.ts';
import type { Partitions } from './session/partitions.ts';

/** What every window of this process is made with. */
export type WindowPlan = {
  readonly about: About;
  readonly distFolder: string;
  readonly kioskMode: boolean;
  readonly readMedia: MediaReader;
};

const PAPER = '#FBF6EC';

/** Makes a partition ready for any number of windows, one after another: what its pages get, and what they do not. */
export function preparePartition(plan: WindowPlan, fresh: Session): void {
  guardSession(fresh);
  serveApp(fresh, join(plan.distFolder, 'renderer'), plan.readMedia);
}

/**
 * The place of a window in kiosk mode, in pixels of the screen. It is given besides that mode: a kiosk may run without
 * any window manager that would fill the screen. One row more than the screen has: on X11, Chromium makes a window that
 * asks for exactly the size of a screen one pixel smaller each way, and a strip of the desktop would show.
 */
function wholeScreen(): Rectangle {
  const { bounds } = screen.getPrimaryDisplay();
  return { ...bounds, height: bounds.height + 1 };
}

/** So large where the desk's PC has room for it, which a small one has not. */
function fitting({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const { workAreaSize } = screen.getPrimaryDisplay();
  return { width: Math.min(width, workAreaSize.width), height: Math.min(height, workAreaSize.height) };
}

/**
 * Opens a hardened window on a partition that lives in memory only and has nothing of an earlier visit in it; when the
 * window goes, the partition is wiped. It is shown by whoever asked.
 */
export function openWindow(plan: WindowPlan, partitions: Partitions): BrowserWindow {
  const { session: partition, clean } = partitions.take();
  const window = new BrowserWindow({
    show: false,
    backgroundColor: PAPER,
    title: 'Balie',
    autoHideMenuBar: true,
    ...(plan.kioskMode
      ? { ...wholeScreen(), kiosk: true, fullscreen: true, frame: false, closable: false }
      : fitting({ width: 1366, height: 900 })),
    webPreferences: {
      session: partition,
      preload: join(plan.distFolder, 'main', 'preload.cjs'),
      additionalArguments: [`--balie-about=${JSON.stringify(plan.about)}`],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      disableDialogs: true,
      devTools: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      enableWebSQL: false,
      backgroundThrottling: false,
    },
  });
  // A page that fails to load is renewed by its visit.
  const load = () => void window.loadURL(APP_URL).catch(() => undefined);
  guardNavigation(window.webContents, load);
  guardKeys(window.webContents, plan.kioskMode);
  guardNetwork(partition, window.webContents);
  window.once('closed', () => partitions.release(partition));
  clean.then(
    () => {
      if (!window.isDestroyed()) load();
    },
    // One that cannot be wiped gets no page: its window goes, and the visit begins again on another.
    () => window.destroy(),
  );
  return window;
}
