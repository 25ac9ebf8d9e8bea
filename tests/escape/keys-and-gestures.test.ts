import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attempt, CORNER, placeLink } from './attempt.ts';
import { drag, type Modifier, press, send, strike } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();
const PATIENT = { timeout: 15_000 };

/**
 * What reached the page, in the order in which it did: keys, and gestures with whether the page's own guard
 * refused them.
 */
const reached = () => page().evaluate(() => (window as unknown as { reached: string[] }).reached);

beforeAll(async () => {
  await page().evaluate(() => {
    const list: string[] = [];
    Object.assign(window, { reached: list, same: true });
    window.addEventListener('keydown', ({ key }) => list.push(key), { capture: true });
    for (const name of ['dragstart', 'dragover', 'drop', 'contextmenu', 'paste', 'copy', 'beforeprint'])
      window.addEventListener(name, (event) =>
        list.push(`${name} ${event.defaultPrevented ? 'refused' : 'let through'}`),
      );
  });
});
beforeEach(() => page().evaluate(() => void (window as unknown as { reached: string[] }).reached.splice(0)));

/** A page that was loaded anew, or shows itself at another size, was reached after all. */
async function expectSamePage(): Promise<void> {
  const state = () => ({
    same: 'same' in window,
    scale: window.visualViewport?.scale,
    scrolled: [window.scrollX, window.scrollY],
    selected: String(getSelection()),
  });
  expect(await page().evaluate(state)).toEqual({ same: true, scale: 1, scrolled: [0, 0], selected: '' });
  const zoom = await ground.kiosk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]?.getZoomFactor(),
  );
  expect(zoom).toBe(1);
}

const strokes: readonly [string, readonly Modifier[]][] = [
  ...['I', 'J', 'C', 'R', 'T', 'N', 'P', 'Delete', 'Tab'].map(
    (key) => [key, ['control', 'shift']] as [string, Modifier[]],
  ),
  ...[
    'R',
    'W',
    'Q',
    'P',
    'O',
    'S',
    'M',
    'U',
    'L',
    'F',
    'G',
    'H',
    'J',
    'D',
    'T',
    'N',
    'A',
    'C',
    'X',
    'V',
    'Z',
    'E',
    'K',
  ].map((key) => [key, ['control']] as [string, Modifier[]]),
  ...['Plus', '-', '0', '=', '1', '9', 'Tab', 'F4', 'F5', 'Home', 'Enter', 'Backspace'].map(
    (key) => [key, ['control']] as [string, Modifier[]],
  ),
  ...['F4', 'Left', 'Right', 'Tab', 'Space', 'Home', 'Escape', 'F2', 'D', 'F', 'Enter'].map(
    (key) => [key, ['alt']] as [string, Modifier[]],
  ),
  ...['D', 'L', 'R', 'E', 'Tab', 'Space', 'Up'].map((key) => [key, ['meta']] as [string, Modifier[]]),
  ...['Delete', 'F1', 'F2', 'Backspace', 'T'].map((key) => [key, ['control', 'alt']] as [string, Modifier[]]),
  ...Array.from({ length: 24 }, (_, index) => [`F${index + 1}`, []] as [string, Modifier[]]).filter(
    ([key]) => key !== 'F2',
  ),
  ...['F2', 'F5', 'F10', 'F12'].map((key) => [key, ['shift']] as [string, Modifier[]]),
  ...[
    'Insert',
    'PageUp',
    'PageDown',
    'PrintScreen',
    'VolumeUp',
    'VolumeMute',
    'MediaNextTrack',
    'MediaPlayPause',
  ].map((key) => [key, []] as [string, Modifier[]]),
];

describe('a key that does more than type or move', () => {
  it.each(strokes)('%s with %j', async (key, modifiers) => {
    await strike(ground.kiosk, key, modifiers);
    // Keys go in order: once the next one is there, this one has been dealt with.
    await strike(ground.kiosk, 'a');
    await expect.poll(reached, PATIENT).toContain('a');
    expect(await reached()).toEqual(['a']);
    await expectSamePage();
  });
});

describe('a key that types or moves', () => {
  it.each(['Escape', 'Tab', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Backspace', 'Delete', 'x', '7'])(
    '%s',
    async (key) => {
      await strike(ground.kiosk, key);
      await expect.poll(reached, PATIENT).toHaveLength(1);
      await expectSamePage();
    },
  );
});

// Staff who are in behind their PIN open the log with it; Chromium and the page of a visitor do nothing with it.
it('F2 comes to the page, and moves nothing', async () => {
  const heading = () => page().evaluate(() => document.querySelector('h1')?.textContent);
  const before = await heading();
  await strike(ground.kiosk, 'F2');
  await strike(ground.kiosk, 'a');
  await expect.poll(reached, PATIENT).toEqual(['F2', 'a']);
  await expectSamePage();
  expect(await heading()).toBe(before);
});

describe('a hand on the screen', () => {
  it('turns the wheel with Ctrl', async () => {
    const turn = (deltaY: number) => ({
      type: 'mouseWheel' as const,
      x: 300,
      y: 300,
      deltaX: 0,
      deltaY,
      canScroll: true,
      modifiers: ['control' as const],
    });
    const came = page().evaluate(
      () => new Promise((wheel) => window.addEventListener('wheel', () => wheel('came'), { once: true })),
    );
    await send(ground.kiosk, [turn(300), turn(300), turn(-900)]);
    expect(await came).toBe('came');
    await expectSamePage();
  });

  it('pinches, and taps twice', async () => {
    const devtools = await ground.kiosk.app.context().newCDPSession(page());
    await devtools.send('Input.synthesizePinchGesture', {
      x: 400,
      y: 400,
      scaleFactor: 3,
      gestureSourceType: 'touch',
    });
    await devtools.send('Input.synthesizeTapGesture', {
      x: 2,
      y: 2,
      tapCount: 2,
      gestureSourceType: 'touch',
    });
    await devtools.detach();
    await expectSamePage();
  });

  it('swipes back and forth', async () => {
    const devtools = await ground.kiosk.app.context().newCDPSession(page());
    for (const xDistance of [800, -800])
      await devtools.send('Input.synthesizeScrollGesture', {
        x: 500,
        y: 500,
        xDistance,
        yDistance: 0,
        speed: 4_000,
        gestureSourceType: 'touch',
      });
    await devtools.detach();
    const seen = await ground.main.take();
    expect(seen.filter(({ event }) => event.includes('navigat'))).toEqual([]);
    await expectSamePage();
  });

  it('presses long, and with the other button', async () => {
    const devtools = await ground.kiosk.app.context().newCDPSession(page());
    await devtools.send('Input.synthesizeTapGesture', {
      x: 2,
      y: 2,
      duration: 1_500,
      gestureSourceType: 'touch',
    });
    await devtools.detach();
    await press(ground.kiosk, { x: 2, y: 2 }, 'right');
    await expect.poll(reached, PATIENT).toContainEqual(expect.stringMatching(/^contextmenu/));
    await expectSamePage();
  });

  it('selects text', async () => {
    const { x, y, right } = await page().evaluate(() => {
      const box = document.querySelector('h1')?.getBoundingClientRect();
      return { x: box?.left ?? 0, y: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2, right: box?.right ?? 0 };
    });
    await drag(
      ground.kiosk,
      { x: Math.round(x) + 2, y: Math.round(y) },
      { x: Math.round(right) - 2, y: Math.round(y) },
    );
    await expectSamePage();
    await press(ground.kiosk, { x: Math.round((x + right) / 2), y: Math.round(y) }, 'left', 3);
    await expectSamePage();
  });

  it('drags a link and a picture', async () => {
    await placeLink(page(), { href: 'https://example.nl', draggable: 'true' });
    await drag(ground.kiosk, CORNER, { x: 400, y: 700 });
    await expect.poll(reached, PATIENT).toContain('dragstart refused');
    expect((await reached()).filter((each) => each.startsWith('drop'))).toEqual([]);
    await page().evaluate(() => document.querySelector('#placed')?.remove());
  });

  it('drops a file, and an address', async () => {
    const devtools = await ground.kiosk.app.context().newCDPSession(page());
    const loads = [
      { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: ground.outside.http }], dragOperationsMask: 1 },
    ];
    await ground.main.take();
    for (const data of loads) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      await expect.poll(reached, PATIENT).toContain('drop refused');
      await page().evaluate(() => void (window as unknown as { reached: string[] }).reached.splice(0));
    }
    await devtools.detach();
    const seen = await ground.main.take();
    expect(seen.filter(({ event }) => event.includes('navigate'))).toEqual([]);
    await expectSamePage();
  });

  it('moves the window, or makes it small, from a script', async () => {
    const move = () => {
      moveTo(200, 200);
      resizeTo(300, 300);
      moveBy(50, 50);
      resizeBy(-50, -50);
      blur();
      return new Promise((settled) => setTimeout(settled, 500, 'settled'));
    };
    expect(await attempt(page(), move)).toBe('settled');
  });
});
