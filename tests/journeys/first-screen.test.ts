import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { launchApp } from '../../scripts/run/launch.mjs';
import { runsAlready } from '../../scripts/run/running-already.mjs';
import { APP_FOLDER, type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading } from './walk-through.ts';

describe('the first screen, which the page comes with', () => {
  let kiosk: Kiosk;
  beforeAll(async () => {
    kiosk = await launchKiosk();
    await kiosk.page().addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        const early = { screen: document.querySelector('main'), press: false, errors: [] as string[] };
        Object.assign(window, { early });
        addEventListener('error', ({ message }) => early.errors.push(message));
        if (sessionStorage.getItem('press') === null) return;
        early.press = true;
        document.querySelector<HTMLButtonElement>('main h1 ~ button')?.click();
      });
    });
  });
  afterAll(() => kiosk?.close());

  /** What the script above saw, and whether the screen is still the one that the page came with. */
  const seen = () =>
    kiosk.page().evaluate(() => {
      const { screen, press, errors } = (
        window as unknown as { early: { screen: Element | null; press: boolean; errors: string[] } }
      ).early;
      return { there: screen !== null, kept: screen === document.querySelector('main'), press, errors };
    });

  it('is there before the app, and the app goes on with it as it stands', async () => {
    const page = kiosk.page();
    await page.reload();
    await page.locator('main[data-awake=true]').waitFor();
    expect(await seen()).toEqual({ there: true, kept: true, press: false, errors: [] });
  });

  it('keeps a press that comes before the app', async () => {
    const page = kiosk.page();
    await page.evaluate(() => sessionStorage.setItem('press', 'early'));
    await page.reload();
    await heading(page, nl.home.title).waitFor();
    expect(await seen()).toMatchObject({ there: true, press: true, errors: [] });
  });

  it('is of one app only: a second start with its data folder says so', async () => {
    expect(await runsAlready(kiosk.dataDir)).toBe(true);
    const second = launchApp(APP_FOLDER, { ...process.env, BALIE_DATA_DIR: kiosk.dataDir }, []);
    await expect(second).rejects.toThrow(`Balie runs already with ${kiosk.dataDir}`);
    await heading(kiosk.page(), nl.home.title).waitFor();
  });
});

it('needs a screen: a start without one says which it looked for', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-test-'));
  try {
    const start = launchApp(APP_FOLDER, { ...process.env, DISPLAY: ':65000', BALIE_DATA_DIR: data }, []);
    await expect(start).rejects.toThrow('There is no screen to be reached at DISPLAY=:65000');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

describe('the first screen in another language than the page comes with', () => {
  it('is drawn by the app', async () => {
    const kiosk = await launchKiosk({ language: 'ar' });
    try {
      await kiosk.page().locator('main[data-awake=true]').waitFor();
      expect(await kiosk.page().evaluate(() => document.documentElement.dir)).toBe('rtl');
      expect(await kiosk.page().locator('main').count()).toBe(1);
      expect(await kiosk.page().locator('h1').textContent()).not.toBe(nl.attract.title);
    } finally {
      await kiosk.close();
    }
  });
});
