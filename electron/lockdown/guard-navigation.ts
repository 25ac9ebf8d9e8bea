import type { WebContents } from 'electron';
import { APP_URL } from '../app-protocol.ts';

/**
 * The page stays where it is, and so does its window. will-navigate does not fire for about:blank and for
 * some redirects, so what did happen is looked at too, and taken back.
 */
export function guardNavigation(contents: WebContents, goHome: () => void): void {
  const refuse = (event: Electron.Event) => event.preventDefault();
  contents.on('will-navigate', (event, url) => (url === APP_URL ? undefined : refuse(event)));
  contents.on('will-frame-navigate', (event) =>
    event.url === APP_URL && event.isMainFrame ? undefined : refuse(event),
  );
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.on('did-navigate', (_, url) => (url === APP_URL ? undefined : goHome()));
  contents.on('did-frame-navigate', (_, url, __, ___, isMainFrame) =>
    isMainFrame && url !== APP_URL ? goHome() : undefined,
  );
  contents.on('content-bounds-updated', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
