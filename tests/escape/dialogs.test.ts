import { beforeAll, describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();
const shown: string[] = [];

beforeAll(() => {
  ground.kiosk.app.context().on('dialog', (dialog) => {
    shown.push(dialog.type());
    // To the trap of a page that will not go, this says "stay".
    void dialog.dismiss().catch(() => undefined);
  });
});

describe('a page that wants an answer', () => {
  const dialogs: readonly [string, () => unknown, unknown][] = [
    ['alert', () => String(alert('Hello')), 'undefined'],
    ['confirm', () => confirm('Hello?'), false],
    ['prompt', () => prompt('Hello?'), expect.stringContaining('threw ')],
    ['print', () => String(print()), 'undefined'],
    ['print by a command', () => document.execCommand('print'), expect.anything()],
    [
      'find',
      () => (window as unknown as { find: (text: string) => boolean }).find('Balie') && 'asked',
      expect.anything(),
    ],
  ];
  it.each(dialogs)('%s is answered at once, and nothing is shown', async (_, ask, answer) => {
    await press(ground.kiosk, { x: 1, y: 1 });
    expect(await attempt(page(), ask)).toEqual(answer);
    expect(shown).toEqual([]);
  });
});

const leave = {
  'window.close': () => page().evaluate(() => window.close()),
  'the window manager': () =>
    ground.kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  'the button that ends a visit': () => page().evaluate(() => void window.balie.invoke('session:end', {})),
};

describe('a window that is closed comes back as a new visit', () => {
  it.each(Object.entries(leave))('by %s', async (_, close) => {
    await page().evaluate(() => sessionStorage.setItem('mine', 'yes'));
    await ground.kiosk.nextVisit(close);
    expect(await page().evaluate(() => sessionStorage.getItem('mine'))).toBeNull();
    await onlyOneWindow();
  });

  it.each(Object.entries(leave))('by %s, though the page sets a trap', async (_, close) => {
    await press(ground.kiosk, { x: 1, y: 1 });
    await page().evaluate(() => {
      window.addEventListener('beforeunload', (event) => {
        event.preventDefault();
        event.returnValue = 'Do stay';
      });
    });
    await ground.kiosk.nextVisit(close);
    await onlyOneWindow();
  });
});

async function onlyOneWindow(): Promise<void> {
  await expect
    .poll(() => ground.kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), {
      timeout: 15_000,
    })
    .toBe(1);
}
