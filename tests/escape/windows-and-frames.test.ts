import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt, attemptAgainstPolicy, CORNER, placeLink } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';
import type { OutsideWorld } from './outside-world.ts';
import { HOME_URL } from './still-home.ts';

const ground = kioskForFile({}, ({ appFolder }) => {
  const assets = join(appFolder, 'dist/renderer/assets');
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, 'planted.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
const page = () => ground.kiosk.page();

const places: readonly [string, (outside: OutsideWorld) => string][] = [
  ['to the network', ({ https }) => https],
  ['to nothing', () => ''],
  ['to about:blank', () => 'about:blank'],
  ['to our own page', () => HOME_URL],
  ['to a file', () => 'file:///etc/passwd'],
];

describe('a new window', () => {
  it.each(places)('window.open %s', async (_, place) => {
    const open = (to: string) => String(window.open(to, '_blank', 'width=200,height=200'));
    expect(await attempt(page(), open, place(ground.outside))).toBe('null');
  });

  it.each(places)('a link with target=_blank %s', async (_, place) => {
    await placeLink(page(), { href: place(ground.outside), target: '_blank' });
    await page().evaluate(() =>
      document
        .querySelector('#placed')
        ?.addEventListener('click', () => Object.assign(window, { clicked: true })),
    );
    await press(ground.kiosk, CORNER);
    await expect.poll(() => page().evaluate(() => 'clicked' in window)).toBe(true);
    expect(await created()).toEqual([]);
    await page().evaluate(() => Reflect.deleteProperty(window, 'clicked'));
  });

  it('a link with the shift, control and middle button', async () => {
    await placeLink(page(), { href: HOME_URL });
    await press(ground.kiosk, CORNER, 'middle');
    const open = (link: string) => {
      for (const keys of [{ shiftKey: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])
        document
          .querySelector(link)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
    };
    await attempt(page(), open, '#placed');
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
  const sources: readonly [string, (outside: OutsideWorld) => string][] = [
    ['of the network', ({ http }) => http],
    ['of our own page', () => HOME_URL],
    ['of our own picture', () => 'balie://app/assets/planted.svg'],
    ['of data:', () => 'data:text/html,hello'],
  ];
  it.each(sources)('%s', async (_, source) => {
    const frame = (src: string) =>
      new Promise((answer) => {
        const made = Object.assign(document.createElement('iframe'), { src });
        made.onload = () => {
          answer(made.contentDocument === null ? 'closed' : 'open');
          made.remove();
        };
        document.body.append(made);
      });
    const { answer, refusedBy } = await attemptAgainstPolicy(page(), frame, source(ground.outside));
    // What stands in the frame is Chromium's own note that it was refused, which nobody can reach into.
    expect(answer).toBe('closed');
    expect(refusedBy).toEqual(['frame-src']);
  });

  it('with its text in the page runs no script and has no bridge', async () => {
    const frame = () =>
      new Promise((answer) => {
        const made = document.createElement('iframe');
        made.srcdoc = '<p>Text</p><script>parent.marked = true</script>';
        made.onload = () => {
          answer(
            ['balie', 'require', 'process'].filter(
              (name) => made.contentWindow !== null && name in made.contentWindow,
            ),
          );
          made.remove();
        };
        document.body.append(made);
      });
    expect(await attempt(page(), frame)).toEqual([]);
    expect(await page().evaluate(() => 'marked' in window)).toBe(false);
  });

  it.each([
    ['embed', 'src'],
    ['object', 'data'],
  ])('%s of a PDF', async (tag, attribute) => {
    const embed = ([name, from, to]: readonly [string, string, string]) => {
      const made = document.createElement(name);
      made.setAttribute('type', 'application/pdf');
      made.setAttribute(from, to);
      document.body.append(made);
    };
    const { refusedBy } = await attemptAgainstPolicy(page(), embed, [
      tag,
      attribute,
      ground.outside.http,
    ] as const);
    expect(refusedBy).toEqual(['object-src']);
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

/** Windows, frames and webviews that came to be. */
async function created(): Promise<readonly string[]> {
  const seen = await ground.main.take();
  return seen
    .filter(({ event }) => event === 'web-contents-created' || event === 'did-create-window')
    .map(({ url }) => url);
}
