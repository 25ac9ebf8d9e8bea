import { describe, expect, it, onTestFinished } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { startXvfb } from '../../scripts/run/xvfb.mjs';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, touch } from './walk-through.ts';

/** How far the window reaches beyond each edge of the screen, in pixels, and the page too: less than 0 shows the desktop. */
async function beyond({ app, page }: Kiosk) {
  const { window, screen } = await app.evaluate(({ BrowserWindow, screen }) => ({
    window: BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
    screen: screen.getPrimaryDisplay().bounds,
  }));
  const [width, height] = await page().evaluate(() => [innerWidth, innerHeight] as const);
  return {
    start: [screen.x - window.x, screen.y - window.y],
    window: [window.width - screen.width, window.height - screen.height],
    page: [width - screen.width, height - screen.height],
  };
}

describe.each([
  [1080, 1920],
  [1920, 1080],
])('a screen of %d by %d', (width, height) => {
  it('is filled to its last pixel, in the first visit and in the next', async () => {
    const screen = await startXvfb(`${width}x${height}`);
    onTestFinished(() => screen.stop());
    const kiosk = await launchKiosk({ env: { DISPLAY: screen.display } });
    onTestFinished(() => kiosk.close());
    // No window manager is here to fill the screen; then a row may lie beyond the edge.
    const oneRow = expect.toSatisfy((rows: number) => rows === 0 || rows === 1);
    const filled = { start: [0, 0], window: [0, oneRow], page: [0, oneRow] };
    await expect.poll(() => beyond(kiosk)).toEqual(filled);
    await begin(kiosk.page());
    await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
    await expect.poll(() => beyond(kiosk)).toEqual(filled);
  });
});
