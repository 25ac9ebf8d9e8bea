import { describe, expect, it } from 'vitest';
import { attempt, CORNER, placeLink } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';
import type { OutsideWorld } from './outside-world.ts';
import { HOME_URL } from './still-home.ts';
import { withoutPolicy } from './without-policy.ts';

const ground = kioskForFile({}, withoutPolicy);
const page = () => ground.kiosk.page();

it('is without its policy, or the rest proves nothing', async () => {
  const evaluate = () => (0, eval)('1 + 1');
  expect(await attempt(page(), evaluate)).toBe(2);
});

const places: readonly [string, (outside: OutsideWorld) => string][] = [
  ['to the network', ({ http }) => http],
  ['to nothing', () => ''],
  ['to our own page', () => HOME_URL],
];

describe('a new window', () => {
  it.each(places)('window.open %s', async (_, place) => {
    const open = (to: string) => String(window.open(to, '_blank', 'width=200,height=200'));
    expect(await attempt(page(), open, place(ground.outside))).toBe('null');
  });

  it.each(places)('a link with target=_blank %s', async (_, place) => {
    await placeLink(page(), { href: place(ground.outside), target: '_blank' });
    await press(ground.kiosk, CORNER);
    expect(await created()).toEqual([]);
  });

  it.each([['_blank'], ['_self']])('a form that is sent to %s', async (target) => {
    const send = ([action, where]: readonly [string, string]) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', target: where, action });
      document.body.append(form);
      form.submit();
    };
    await attempt(page(), send, [ground.outside.http, target] as const);
    expect(await created()).toEqual([]);
  });
});

describe('a frame', () => {
  it.each([
    ['of the network', ({ http }: OutsideWorld) => http],
    ['of our own page', () => HOME_URL],
  ])('%s is not navigated', async (_, source) => {
    const frame = (src: string) => {
      const made = Object.assign(document.createElement('iframe'), { src });
      document.body.append(made);
      return new Promise((answer) => {
        setTimeout(() => {
          answer([made.contentDocument?.URL, made.contentWindow !== null && 'balie' in made.contentWindow]);
          made.remove();
        }, 500);
      });
    };
    await ground.main.take();
    expect(await attempt(page(), frame, source(ground.outside))).toEqual(['about:blank', false]);
    const refused = (await ground.main.take()).filter(
      ({ event, refused: no }) => event === 'will-frame-navigate' && no,
    );
    expect(refused.map(({ url }) => url)).toEqual([source(ground.outside)]);
  });

  it('a webview is an unknown element', async () => {
    const make = (src: string) => {
      const made = Object.assign(document.createElement('webview'), { src });
      document.body.append(made);
      return 'loadURL' in made;
    };
    expect(await attempt(page(), make, ground.outside.http)).toBe(false);
    expect(await created()).toEqual([]);
  });
});

describe('the network', () => {
  const asked: readonly [string, (outside: OutsideWorld) => string, (to: string) => unknown][] = [
    ['fetch', ({ http }) => http, (to) => fetch(to, { mode: 'no-cors' }).then(() => 'loaded')],
    ['fetch of a file', () => 'file:///etc/passwd', (to) => fetch(to).then(() => 'loaded')],
    ['fetch of the app itself', () => HOME_URL, (to) => fetch(to).then(() => 'loaded')],
    [
      'WebSocket',
      ({ webSocket }) => webSocket,
      (to) =>
        new Promise((answer) => {
          const socket = new WebSocket(to);
          socket.onopen = () => answer('loaded');
          socket.onerror = () => answer('refused');
        }),
    ],
    ['sendBeacon', ({ http }) => http, (to) => void navigator.sendBeacon(to, 'a word')],
    [
      'a picture',
      ({ http }) => http,
      (to) =>
        new Promise((answer) => {
          const image = Object.assign(new Image(), { src: to });
          image.onload = () => answer('loaded');
          image.onerror = () => answer('refused');
        }),
    ],
    [
      'a picture of a file',
      () => 'file:///usr/share/pixmaps/debian-logo.png',
      (to) =>
        new Promise((answer) => {
          const image = Object.assign(new Image(), { src: to });
          image.onload = () => answer('loaded');
          image.onerror = () => answer('refused');
        }),
    ],
  ];
  it.each(asked)('%s', async (_, address, act) => {
    expect(await attempt(page(), act, address(ground.outside))).not.toBe('loaded');
  });

  it('a service worker', async () => {
    const register = () => navigator.serviceWorker.register('/assets/planted.js').then(() => 'registered');
    expect(await attempt(page(), register)).toMatch(/^threw /);
  });
});

describe('a download', () => {
  it.each([
    ['of a file of ours', () => HOME_URL],
    ['of the network', ({ http }: OutsideWorld) => http],
    ['of data:', () => 'data:text/plain,hello'],
  ])('%s', async (_, address) => {
    await ground.main.take();
    await placeLink(page(), { href: address(ground.outside), download: 'taken.txt' });
    await press(ground.kiosk, CORNER);
    await expect.poll(refusals, { timeout: 15_000 }).not.toEqual([]);
  });

  it('of a blob', async () => {
    await ground.main.take();
    const href = await page().evaluate(() => URL.createObjectURL(new Blob(['hello'])));
    await placeLink(page(), { href, download: 'taken.txt' });
    await press(ground.kiosk, CORNER);
    await expect.poll(refusals, { timeout: 15_000 }).not.toEqual([]);
  });
});

async function created(): Promise<readonly string[]> {
  const seen = await ground.main.take();
  return seen
    .filter(({ event }) => event === 'web-contents-created' || event === 'did-create-window')
    .map(({ url }) => url);
}

/** Downloads that were refused: by the session, or before it came to that. */
async function refusals(): Promise<readonly string[]> {
  return (await ground.main.take())
    .filter(({ refused }) => refused)
    .map(({ event, url }) => `${event} ${url}`);
}
