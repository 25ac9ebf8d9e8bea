import { expect, it, vi } from 'vitest';
import { guardNavigation } from '../../../electron/lockdown/guard-navigation.ts';
import { FakeContents } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

const HOME = 'balie://app/index.html';
const away = [
  'https://example.nl/',
  'about:blank',
  `${HOME}?x`,
  `${HOME}#x`,
  'balie://app/other.html',
  'file:///etc/passwd',
];

function guarded() {
  const contents = new FakeContents();
  const goHome = vi.fn<() => void>();
  guardNavigation(contents as unknown as Electron.WebContents, goHome);
  return { contents, goHome };
}

it.each(away)('refuses to go to %s, by every event that tells of it beforehand', (url) => {
  const { contents } = guarded();
  expect(contents.happen('will-navigate', url)).toBe('refused');
  expect(contents.happen('will-frame-navigate', { url, isMainFrame: true })).toBe('refused');
  expect(contents.happen('will-redirect', url)).toBe('refused');
});

it.each(away)('goes home when the page is at %s after all', (url) => {
  const { contents, goHome } = guarded();
  contents.emit('did-navigate', {}, url);
  expect(goHome).toHaveBeenCalledTimes(1);
  contents.emit('did-frame-navigate', {}, url, 200, 'OK', true);
  expect(goHome).toHaveBeenCalledTimes(2);
});

it('lets the page load itself, and a frame nothing', () => {
  const { contents, goHome } = guarded();
  expect(contents.happen('will-navigate', HOME)).toBe('let through');
  expect(contents.happen('will-frame-navigate', { url: HOME, isMainFrame: true })).toBe('let through');
  expect(contents.happen('will-frame-navigate', { url: HOME, isMainFrame: false })).toBe('refused');
  contents.emit('did-navigate', {}, HOME);
  contents.emit('did-frame-navigate', {}, HOME, 200, 'OK', true);
  contents.emit('did-frame-navigate', {}, 'about:blank', 200, 'OK', false);
  expect(goHome).not.toHaveBeenCalled();
});

it('opens no window, attaches no webview, and keeps the window where it is', () => {
  const { contents } = guarded();
  const decide = contents.setWindowOpenHandler.mock.calls[0]?.[0];
  expect(decide?.({ url: HOME })).toEqual({ action: 'deny' });
  expect(contents.happen('will-attach-webview', {})).toBe('refused');
  expect(contents.happen('content-bounds-updated', {})).toBe('refused');
});
