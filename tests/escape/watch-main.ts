import type { Kiosk } from '../journeys/launch-kiosk.ts';

/**
 * Something that happened in the main process: the event, the address it was about, and whether a guard
 * refused it.
 */
export type Sighting = { readonly event: string; readonly url: string; readonly refused: boolean };

/** What the main process saw since the last time it was asked. */
export type MainWatch = { readonly take: () => Promise<readonly Sighting[]> };

/** Listens in the main process, after the guards: a refusal by them is seen as one. */
export async function watchMain(kiosk: Kiosk): Promise<MainWatch> {
  await kiosk.app.evaluate(({ app, webContents }) => {
    const sightings: Sighting[] = [];
    (globalThis as { sightings?: Sighting[] }).sightings = sightings;
    const note = (event: string, url: unknown, refused = false) =>
      void sightings.push({ event, url: String(url), refused });
    const follow = (contents: Electron.WebContents) => {
      const emitter = contents as unknown as NodeJS.EventEmitter;
      for (const name of [
        'will-navigate',
        'will-frame-navigate',
        'will-redirect',
        'will-attach-webview',
        'will-prevent-unload',
      ])
        emitter.on(name, (event: Electron.Event & { url?: string }, url?: string) =>
          note(name, event.url ?? url, event.defaultPrevented),
        );
      for (const name of [
        'did-start-navigation',
        'did-navigate',
        'did-frame-navigate',
        'did-navigate-in-page',
        'did-create-window',
        'devtools-opened',
      ])
        emitter.on(name, (event: Electron.Event & { url?: string }, url?: string) =>
          note(name, typeof url === 'string' ? url : event.url),
        );
      for (const name of ['did-fail-load', 'did-fail-provisional-load'])
        emitter.on(name, (_, code: number, __, url: string) => note(name, `${code} ${url}`));
      contents.session.on('will-download', (event, item) =>
        note('will-download', item.getURL(), event.defaultPrevented),
      );
    };
    for (const contents of webContents.getAllWebContents()) follow(contents);
    app.on('web-contents-created', (_, contents) => {
      note('web-contents-created', contents.getType());
      follow(contents);
    });
  });
  return {
    take: () =>
      kiosk.app.evaluate(() => ((globalThis as { sightings?: Sighting[] }).sightings ?? []).splice(0)),
  };
}
