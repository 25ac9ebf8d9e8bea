import { app, type BrowserWindow } from 'electron';
import type { Log } from '../log.ts';
import type { KeepContentIncident } from '../stores/content-incidents.ts';
import { openWindow, preparePartition, type WindowPlan } from '../window.ts';
import { forgetCopied } from './forget-copied.ts';
import { startPartitions } from './partitions.ts';

/**
 * A new window that fails this often in a row is not tried again at once, so that a fault cannot eat the
 * machine.
 */
const MOST_FAILURES = 5;
const COOL_DOWN_MS = 5_000;
/**
 * A page that has not drawn its first screen by then is shown as it is: better paper-coloured than invisible.
 */
const PATIENCE_MS = 4_000;
/** Chromium's code for a navigation that was refused: the page is still the one it was. */
const ABORTED = -3;

/** Why a visit is over. `locked`: the machine itself was locked, or went to sleep. */
export type Why = 'ended' | 'idle' | 'locked' | 'crashed' | 'failed' | 'hung' | 'closed' | 'content';

/**
 * Visitors come one after another; each gets a window and a partition of their own, and leaves nothing
 * behind.
 */
export type Visits = {
  /** The page of the visit that is going on: only it may call main. */
  readonly isCurrent: (contentsId: number) => boolean;
  /** The current page, to send events to. */
  readonly page: () => Electron.WebContents | undefined;
  /** Ends the visit: a fresh window comes, and the old one goes with its process and its partition. */
  readonly renew: (reason: Why) => void;
  /** The page has drawn its first screen. */
  readonly shown: () => void;
};

/**
 * Opens the first window. `incident` hears of a page that ended, failed or hangs, while its visit still is; it must not fail. `onRenewed`
 * hears of every new visit, before its window opens; when it gives a promise, which must not fail, the window waits for it.
 */
export function startVisits(
  plan: WindowPlan,
  { log, incident }: { readonly log: Log; readonly incident: KeepContentIncident },
  onRenewed: () => Promise<void> | undefined,
): Visits {
  const tell: KeepContentIncident = (code, detail) => {
    log.trouble(code, detail);
    incident(code, detail);
  };
  const partitions = startPartitions((fresh) => preparePartition(plan, fresh), log);
  let failures = 0;
  let window: BrowserWindow | undefined;
  let leaving: BrowserWindow | undefined;
  let patience: NodeJS.Timeout | undefined;
  let coolingDown: NodeJS.Timeout | undefined;
  let turn = 0;
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });

  const reveal = () => {
    clearTimeout(patience);
    if (window === undefined || window.isDestroyed()) return;
    if (!window.isVisible()) window.show();
    // Until here the old page could still be touched, and what was typed in it be selected.
    if (leaving !== undefined && plan.kioskMode) forgetCopied();
    leaving?.destroy();
    leaving = undefined;
  };

  const open = () => {
    const mine = openWindow(plan, partitions);
    window = mine;
    patience = setTimeout(reveal, PATIENCE_MS);
    mine.once('ready-to-show', () => {
      // The page comes with the first screen of a kiosk in it: the desk's PC waits for its own.
      if (window === mine && plan.kioskMode) reveal();
    });
    mine.webContents.on('render-process-gone', (_, { reason }) => {
      if (window !== mine || quitting) return;
      tell('page-crashed', `the page of a visit ended: ${reason}`);
      visits.renew('crashed');
    });
    mine.webContents.on('did-fail-load', (_, code, what, ___, isMainFrame) => {
      if (window !== mine || quitting || !isMainFrame || code === ABORTED) return;
      tell('page-failed', `the page of a visit did not load: ${code} ${what}`);
      visits.renew('failed');
    });
    mine.webContents.on('unresponsive', () => {
      if (window !== mine || quitting) return;
      tell('page-hung', 'the page of a visit did not answer');
      visits.renew('hung');
    });
    mine.on('closed', () => {
      if (window === mine && !quitting) visits.renew('closed');
    });
  };

  const visits: Visits = {
    isCurrent: (contentsId) =>
      window !== undefined && !window.isDestroyed() && window.webContents.id === contentsId,
    page: () => (window === undefined || window.isDestroyed() ? undefined : window.webContents),
    renew: (reason) => {
      log.note('visit-ended', reason);
      failures = reason === 'crashed' || reason === 'failed' || reason === 'hung' ? failures + 1 : 0;
      // The desk's own PC keeps what staff copied in other programs.
      if (plan.kioskMode) forgetCopied();
      clearTimeout(patience);
      clearTimeout(coolingDown); // Or there would be two windows.
      // A hung page cannot be asked to go, and a crashed one has nothing to show while the next one draws.
      if (reason === 'hung') window?.webContents.forcefullyCrashRenderer();
      leaving?.destroy();
      leaving = window !== undefined && !window.isDestroyed() ? window : undefined;
      window = undefined;
      leaving?.webContents.setAudioMuted(true); // It stays until the next one has drawn.
      // Whoever wakes the desk's PC sees nothing of what was open, not for a moment. A kiosk would show a bare desktop.
      if (reason === 'locked' && !plan.kioskMode) leaving?.hide();
      const mine = ++turn;
      const before = onRenewed();
      if (failures > MOST_FAILURES) coolingDown = setTimeout(open, COOL_DOWN_MS);
      else if (before === undefined) open();
      // Or there would be two windows: who renews meanwhile opens one too.
      else void before.then(() => mine === turn && !quitting && open());
    },
    shown: () => {
      failures = 0;
      reveal();
    },
  };
  open();
  return visits;
}
