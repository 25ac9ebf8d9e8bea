// Loaded into the main process before the app (`-r`), the same for Balie and for the blank window, so that
// what it costs is in both. It tells when a page has been painted and does to a page what it is asked.
const { setTimeout: pause } = require('node:timers/promises');
const { app, BrowserWindow } = require('electron');

/**
 * Runs in the page once its markup is read: waits for the frame that painted the first content and for what
 * a visitor needs to begin, and gives the time of that frame on the clock of the machine.
 * @param {string} usable a selector of that
 */
async function paintedAt(usable) {
  const firstPaint = await new Promise((seen) => {
    const observer = new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) seen(paint.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
  let time = firstPaint;
  while (!document.querySelector(usable)) {
    await new Promise((next) => requestAnimationFrame(next));
    time = performance.now();
  }
  return performance.timeOrigin + time;
}

/** Runs in the page: waits until the frames that a press brings about are painted. */
async function framesPassed() {
  for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
}

/** The page that was opened last. @type {Electron.WebContents | undefined} */
let page;
/** @param {object} message */
const tell = (message) => process.send?.(message);

app.on('web-contents-created', (_, contents) => {
  page = contents;
  contents.once('dom-ready', async () => {
    const code = `(${paintedAt})(${JSON.stringify(process.env['BALIE_BENCH_USABLE'])})`;
    const painted = await contents.mainFrame.executeJavaScript(code);
    const window = BrowserWindow.fromWebContents(contents);
    // A page cannot be seen before its window is.
    if (window?.isVisible() === false) window.once('show', () => tell({ painted: Date.now() }));
    else tell({ painted });
  });
});

process.on(
  'message',
  async (
    /** @type {{ id: number, code?: string, click?: { x: number, y: number, afterFrameMs: number } }} */ asked,
  ) => {
    const { id, code, click } = asked;
    try {
      if (click) {
        const { x, y, afterFrameMs } = click;
        page?.sendInputEvent({ type: 'mouseDown', x, y, button: 'left', clickCount: 1 });
        // A finger stays on the glass for longer than a frame or two, and leaves it at any moment of a frame.
        await page?.mainFrame.executeJavaScript(`(${framesPassed})()`);
        await pause(afterFrameMs);
        page?.sendInputEvent({ type: 'mouseUp', x, y, button: 'left', clickCount: 1 });
      }
      tell({ id, value: code && (await page?.mainFrame.executeJavaScript(code)) });
    } catch (error) {
      tell({ id, error: String(error) });
    }
  },
);
