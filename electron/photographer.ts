import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WebContents } from 'electron';

/** The screen has moved into place by then. */
const STILL_AFTER_MS = 400;

/** Writes a numbered PNG of every new screen into a folder; without a folder, nothing. For looking at, in test builds only. */
export function photographer(
  folder: string | undefined,
): (page: WebContents | undefined, screen: string) => void {
  if (folder === undefined) return () => undefined;
  let count = 0;
  return (page, screen) => {
    const name = `${String(++count).padStart(2, '0')}-${screen}.png`;
    setTimeout(() => {
      if (page === undefined || page.isDestroyed()) return;
      void page
        .capturePage()
        .then(async (picture) => {
          await mkdir(folder, { recursive: true });
          await writeFile(join(folder, name), picture.toPNG());
        })
        .catch(() => undefined); // The window went while it was being photographed.
    }, STILL_AFTER_MS);
  };
}
