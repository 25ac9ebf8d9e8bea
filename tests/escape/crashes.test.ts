import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();
const log = () => readFileSync(join(ground.kiosk.dataDir, 'logs/balie.log'), 'utf8');
const SLOW = { timeout: 30_000 };

/** The number of the process of this kind. */
async function processOf(kind: 'page' | 'GPU' | 'Utility'): Promise<number> {
  const pid = await ground.kiosk.app.evaluate(({ app, webContents }, wanted) => {
    if (wanted === 'page') return webContents.getAllWebContents()[0]?.getOSProcessId() ?? 0;
    return app.getAppMetrics().find(({ type }) => type === wanted)?.pid ?? 0;
  }, kind);
  // 0 would be everybody in the group of the tests.
  if (pid === 0) throw new Error(`There is no ${kind}.`);
  return pid;
}

async function onlyOneWindow(): Promise<void> {
  await expect
    .poll(() => ground.kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), SLOW)
    .toBe(1);
}

describe('a page that breaks', () => {
  const ways: readonly [string, () => Promise<unknown>][] = [
    ['is killed', async () => process.kill(await processOf('page'), 'SIGKILL')],
    [
      'touches memory that is not there',
      async () => {
        const devtools = await ground.kiosk.app.context().newCDPSession(page());
        // No answer comes from a page that has crashed.
        void devtools.send('Page.crash').catch(() => undefined);
      },
    ],
    [
      'is taken down by main',
      () =>
        ground.kiosk.app.evaluate(({ webContents }) =>
          webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
        ),
    ],
  ];
  it.each(ways)('because it %s gives way to a new visit, without what was in it', async (_, crash) => {
    await page().evaluate(() => sessionStorage.setItem('mine', 'yes'));
    await ground.kiosk.nextVisit(crash);
    await onlyOneWindow();
    expect(await page().evaluate(() => sessionStorage.getItem('mine'))).toBeNull();
    expect(log()).toContain('page-crashed');
  });

  it('again and again is not tried for ever at once, and comes back', async () => {
    for (let times = 0; times < 4; times++) {
      const pid = await processOf('page');
      await ground.kiosk.nextVisit(async () => process.kill(pid, 'SIGKILL'));
    }
    await onlyOneWindow();
  });
});

describe('a process beside the page that breaks', () => {
  it.each(['GPU', 'Utility'] as const)('%s is replaced, and the page stays', async (kind) => {
    await page().evaluate(() => Object.assign(window, { same: true }));
    const before = await processOf(kind);
    process.kill(before, 'SIGKILL');
    // While there is none, it is as if it were the old one.
    await expect.poll(() => processOf(kind).catch(() => before), SLOW).not.toBe(before);
    expect(await page().evaluate(() => 'same' in window)).toBe(true);
    await page().evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
  });
});
