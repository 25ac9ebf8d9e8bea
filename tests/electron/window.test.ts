import { expect, it, vi } from 'vitest';
import { startPartitions } from '../../electron/session/partitions.ts';
import { openWindow, preparePartition } from '../../electron/window.ts';
import { aLog } from '../builders/a-log.ts';
import { FakeSession, FakeWindow } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

const plan = (kioskMode: boolean) =>
  ({
    about: { profile: 'kiosk', language: 'nl' },
    distFolder: '/app/dist',
    kioskMode,
    readMedia: async () => undefined,
  }) as const;

function opened(kioskMode: boolean): FakeWindow {
  const partitions = startPartitions((fresh) => preparePartition(plan(kioskMode), fresh), aLog());
  return openWindow(plan(kioskMode), partitions) as unknown as FakeWindow;
}

/** The partition it stands on, once its page has been asked for. */
async function onPartition(clean: Promise<void>) {
  const session = new FakeSession();
  const partitions = { take: () => ({ session: session as never, clean }), release: vi.fn<() => void>() };
  const window = openWindow(plan(true), partitions) as unknown as FakeWindow;
  await clean.catch(() => undefined);
  await new Promise(setImmediate);
  return { window, session, partitions };
}

it('asks for every lock there is', () => {
  expect(opened(true).options.webPreferences).toMatchObject({
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
  });
});

it('lets the keys of staff through at the PC of the desk alone', () => {
  const undo = { key: 'z', control: true, alt: false, meta: false, shift: false };
  expect(opened(true).webContents.happen('before-input-event', undo)).toBe('refused');
  expect(opened(false).webContents.happen('before-input-event', undo)).toBe('let through');
});

it('loads its page when the partition is clean, and gives it back when it goes', async () => {
  const { window, session, partitions } = await onPartition(Promise.resolve());
  expect(window.options.webPreferences['session']).toBe(session);
  expect(window.loadURL).toHaveBeenCalledOnce();
  expect(partitions.release).not.toHaveBeenCalled();
  window.destroy();
  expect(partitions.release).toHaveBeenCalledExactlyOnceWith(session);
});

it('loads nothing on a partition that could not be wiped, and goes', async () => {
  const { window } = await onPartition(Promise.reject(new Error('storage is stuck')));
  expect(window.loadURL).not.toHaveBeenCalled();
  expect(window.isDestroyed()).toBe(true);
});

it('loads nothing when it went before its partition was clean', async () => {
  let settle: () => void = () => undefined;
  const clean = new Promise<void>((done) => {
    settle = done;
  });
  const opening = onPartition(clean);
  const window = FakeWindow.opened.at(-1);
  window?.destroy();
  settle();
  await opening;
  expect(window?.loadURL).not.toHaveBeenCalled();
});

it('guards the page before it loads', async () => {
  const window = opened(true);
  await new Promise(setImmediate);
  const { webContents } = window;
  expect(window.loadURL.mock.calls).toEqual([['balie://app/index.html']]);
  expect(webContents.happen('will-navigate', 'https://example.nl')).toBe('refused');
  expect(
    webContents.happen('before-input-event', { key: 'F12', control: false, alt: false, meta: false }),
  ).toBe('refused');
  expect(webContents.setWebRTCIPHandlingPolicy).toHaveBeenCalledOnce();
  const firstLoad = window.loadURL.mock.invocationCallOrder[0] ?? 0;
  expect(webContents.setWindowOpenHandler.mock.invocationCallOrder[0]).toBeLessThan(firstLoad);
});

it('fills the screen in a kiosk, and is an ordinary window at the desk', () => {
  expect(opened(true).options).toMatchObject({
    kiosk: true,
    fullscreen: true,
    frame: false,
    closable: false,
    width: 1080,
    // One row more: see wholeScreen.
    height: 1921,
  });
  expect(opened(false).options).not.toHaveProperty('kiosk');
});

it('fits the window of the desk on a small screen', () => {
  expect(opened(false).options).toMatchObject({ width: 1080, height: 800 });
});
