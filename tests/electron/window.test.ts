import { expect, it, vi } from 'vitest';
import { openWindow } from '../../electron/window.ts';
import { type FakeWindow, fakeElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

function opened(kioskMode: boolean, visit = 1): FakeWindow {
  const plan = {
    about: { profile: 'kiosk', language: 'nl' },
    distFolder: '/app/dist',
    kioskMode,
    readMedia: async () => undefined,
  } as const;
  return openWindow(plan, visit) as unknown as FakeWindow;
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

it('gives every visit a partition of its own, in memory', () => {
  fakeElectron.session.fromPartition.mockClear();
  opened(true, 1);
  opened(true, 2);
  const names = fakeElectron.session.fromPartition.mock.calls.map(([name]) => name);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).not.toMatch(/^persist:/);
});

it('guards the page before it loads', () => {
  const window = opened(true);
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
    height: 1920,
  });
  expect(opened(false).options).not.toHaveProperty('kiosk');
});
