import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startVisits, type Visits } from '../../../electron/session/visits.ts';
import { FakeWindow, fakeElectron } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

let noted: string[];
let renewed: number;
/** What was told that went wrong, and behind how many visits. */
let incidents: string[];
let visits: Visits;
/** What a new visit waits for before its window opens. */
let waiting: Promise<void> | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  FakeWindow.opened.length = 0;
  fakeElectron.app.removeAllListeners();
  noted = [];
  incidents = [];
  renewed = 0;
  waiting = undefined;
  visits = start('kiosk');
});
afterEach(() => {
  vi.useRealTimers();
});

function start(profile: 'kiosk' | 'desk'): Visits {
  const plan = {
    about: { profile, language: 'nl' },
    distFolder: '/app/dist',
    kioskMode: profile === 'kiosk',
    readMedia: async () => undefined,
  } as const;
  const log = {
    note: (code: string, detail: string) => noted.push(`${code} ${detail}`),
    trouble: (code: string) => noted.push(code),
  };
  return startVisits(plan, { log, incident: (code) => incidents.push(`${code} ${renewed}`) }, () => {
    renewed++;
    return waiting;
  });
}
function current(): FakeWindow {
  const window = FakeWindow.opened.at(-1);
  if (window === undefined) throw new Error('There is no window.');
  return window;
}
const crash = () => current().webContents.emit('render-process-gone', {}, { reason: 'crashed' });

describe('the first window', () => {
  it('is shown when its page has drawn, or after a while all the same', () => {
    expect(current().visible).toBe(false);
    visits.shown();
    expect(current().visible).toBe(true);
    visits.renew('ended');
    vi.advanceTimersByTime(4_000);
    expect(current().visible).toBe(true);
  });

  it('alone may call', () => {
    expect(visits.isCurrent(current().webContents.id)).toBe(true);
    expect(visits.isCurrent(0)).toBe(false);
  });
});

describe('a new visit', () => {
  it('stands before the old one goes: the screen is never bare', () => {
    visits.shown();
    const [old] = FakeWindow.opened;
    visits.renew('ended');
    expect([old?.gone, current().visible]).toEqual([false, false]);
    visits.shown();
    expect([old?.gone, current().visible]).toEqual([true, true]);
  });

  it('lets nothing more be heard of the old one, which is still there for a moment', () => {
    const [old] = FakeWindow.opened;
    visits.renew('ended');
    expect(old?.webContents.setAudioMuted).toHaveBeenCalledWith(true);
    expect(current().webContents.setAudioMuted).not.toHaveBeenCalled();
  });

  it('leaves the page of the old one without a say at once, and tells before it can call', () => {
    const [old] = FakeWindow.opened;
    visits.renew('idle');
    expect(visits.isCurrent(old?.webContents.id ?? 0)).toBe(false);
    expect(renewed).toBe(1);
    expect(visits.page()).toBe(current().webContents);
  });

  it('waits for what is made ready first, and only then has a window: one', async () => {
    visits.shown();
    let ready: () => void = () => undefined;
    waiting = new Promise((resolve) => {
      ready = resolve;
    });
    const [old] = FakeWindow.opened;
    visits.renew('idle');
    expect([FakeWindow.opened.length, old?.gone, visits.page()]).toEqual([1, false, undefined]);
    ready();
    await waiting;
    expect([FakeWindow.opened.length, old?.gone]).toEqual([2, false]);
    visits.shown();
    expect(FakeWindow.standing()).toEqual([current()]);
  });

  it('has one window, when another is wanted while it waits, or none when the app quits', async () => {
    waiting = Promise.resolve();
    visits.renew('idle');
    waiting = undefined;
    visits.renew('content');
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeWindow.opened).toHaveLength(2);
    waiting = Promise.resolve();
    visits.renew('idle');
    fakeElectron.app.emit('before-quit');
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeWindow.opened).toHaveLength(2);
  });

  it('does not keep two old ones', () => {
    for (let times = 0; times < 5; times++) visits.renew('ended');
    expect(FakeWindow.standing()).toHaveLength(2);
    visits.shown();
    expect(FakeWindow.standing()).toHaveLength(1);
  });

  it('finds nothing copied, on a kiosk; the desk keeps what staff copied elsewhere', () => {
    const { clear } = fakeElectron.clipboard;
    visits.renew('ended');
    expect(clear).toHaveBeenCalled();
    clear.mockClear();
    // The old page could still be touched until the next one stands there.
    visits.shown();
    expect(clear).toHaveBeenCalled();
    clear.mockClear();
    const desk = start('desk');
    desk.renew('ended');
    desk.shown();
    expect(clear).not.toHaveBeenCalled();
  });
});

describe('a page that goes wrong', () => {
  it.each([
    ['crashes', 'crashed', ['page-crashed 0'], () => crash()],
    [
      'does not load',
      'failed',
      ['page-failed 0'],
      () => current().webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', '', true),
    ],
    ['hangs', 'hung', ['page-hung 0'], () => current().webContents.emit('unresponsive')],
    ['is closed', 'closed', [], () => current().destroy()],
  ])('that %s gives way to a new one', (_, reason, told, goWrong) => {
    const before = current();
    goWrong();
    expect(current()).not.toBe(before);
    expect(noted).toContain(`visit-ended ${reason}`);
    expect(incidents).toEqual(told); // Before its visit is over: a preview is gone then.
    visits.shown();
    expect(FakeWindow.standing()).toEqual([current()]);
  });

  it('that hangs is ended by force: it cannot be asked', () => {
    const { webContents } = current();
    webContents.emit('unresponsive');
    expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
  });

  it('is not one where a frame failed, or a navigation was refused', () => {
    current().webContents.emit('did-fail-load', {}, -30, 'ERR_BLOCKED_BY_CSP', '', false);
    current().webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', '', true);
    expect(FakeWindow.opened).toHaveLength(1);
  });

  it('is none of ours any more once its visit is over, nor when the app quits', () => {
    const [old] = FakeWindow.opened;
    visits.renew('ended');
    old?.webContents.emit('render-process-gone', {}, { reason: 'killed' });
    old?.webContents.emit('did-fail-load', {}, -6, '', '', true);
    old?.webContents.emit('unresponsive');
    expect(FakeWindow.opened).toHaveLength(2);
    fakeElectron.app.emit('before-quit');
    crash();
    current().webContents.emit('unresponsive');
    current().destroy();
    expect(FakeWindow.opened).toHaveLength(2);
    expect(incidents).toEqual([]);
  });
});

describe('again and again', () => {
  it('is tried five times at once, then after a rest', () => {
    for (let times = 0; times < 6; times++) crash();
    expect(FakeWindow.opened).toHaveLength(6);
    vi.advanceTimersByTime(4_999);
    expect(FakeWindow.opened).toHaveLength(6);
    vi.advanceTimersByTime(1);
    expect(FakeWindow.opened).toHaveLength(7);
  });

  it('is forgotten once a page has drawn', () => {
    for (let times = 0; times < 20; times++) {
      crash();
      visits.shown();
    }
    expect(FakeWindow.opened).toHaveLength(21);
  });

  it('never makes two windows, when a new visit is wanted during the rest', () => {
    for (let times = 0; times < 6; times++) crash();
    visits.renew('content');
    visits.shown();
    vi.advanceTimersByTime(20_000);
    expect(FakeWindow.standing()).toEqual([current()]);
    expect(visits.isCurrent(current().webContents.id)).toBe(true);
  });
});

describe('a machine that was locked', () => {
  it('shows nothing of what was open at the desk, not for a moment', () => {
    visits = start('desk');
    visits.shown();
    const old = current();
    visits.renew('locked');
    expect(old.visible).toBe(false);
  });

  it('keeps the old window of a kiosk until the next one has drawn: the screen is never bare', () => {
    visits.shown();
    const old = current();
    visits.renew('locked');
    expect(old.visible).toBe(true);
  });
});
