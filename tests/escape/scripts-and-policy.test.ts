import { describe, expect, it } from 'vitest';
import { attempt, attemptAgainstPolicy } from './attempt.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();

/** Each of these would leave a mark in the page, were it run. */
const textAsScript: readonly [string, string, () => unknown][] = [
  ['eval', 'script-src', () => (0, eval)('window.marked = true')],
  ['new Function', 'script-src', () => new Function('window.marked = true')()],
  ['setTimeout with text', 'script-src', () => void setTimeout('window.marked = true')],
  ['the constructor of a constructor', 'script-src', () => (() => 0).constructor('window.marked = true')()],
  [
    'WebAssembly',
    'script-src',
    () =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() =>
        Object.assign(window, { marked: true }),
      ),
  ],
  [
    'an inline script',
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.marked = true';
      document.body.append(script);
    },
  ],
  [
    'onerror in a piece of HTML',
    'script-src-attr',
    () => {
      const box = document.createElement('div');
      box.innerHTML = '<img src="nothing.png" onerror="window.marked = true">';
      document.body.append(box);
    },
  ],
  [
    'onclick in a piece of HTML',
    'script-src-attr',
    () => {
      const box = document.createElement('div');
      box.innerHTML = '<button onclick="window.marked = true">Press</button>';
      document.body.append(box);
      box.querySelector('button')?.click();
    },
  ],
  [
    'a javascript: address',
    'script-src-elem',
    () => location.assign('javascript:void(window.marked = true)'),
  ],
];

const foreignScripts: readonly [string, string][] = [
  ['from the network', 'network'],
  ['from data:', 'data:text/javascript,window.marked = true'],
  ['from blob:', 'blob'],
];

describe('text that would become a script', () => {
  it.each(textAsScript)('%s', async (_, directive, act) => {
    const { refusedBy } = await attemptAgainstPolicy(page(), act);
    expect(refusedBy).toContain(directive);
    expect(await page().evaluate(() => 'marked' in window)).toBe(false);
  });
});

describe('a script from elsewhere', () => {
  for (const kind of ['text/javascript', 'module'] as const) {
    it.each(foreignScripts)(`as ${kind}, %s`, async (_, source) => {
      const act = ([from, type]: readonly [string, string]) =>
        new Promise((answer) => {
          const script = document.createElement('script');
          script.type = type;
          script.src = from === 'blob' ? URL.createObjectURL(new Blob(['window.marked = true'])) : from;
          script.onload = () => answer('loaded');
          script.onerror = () => answer('refused');
          document.body.append(script);
        });
      const from = source === 'network' ? ground.outside.http : source;
      const { answer, refusedBy } = await attemptAgainstPolicy(page(), act, [from, kind] as const);
      expect(answer).toBe('refused');
      expect(refusedBy).toContain('script-src-elem');
      expect(await page().evaluate(() => 'marked' in window)).toBe(false);
    });
  }
});

describe('a script beside the page', () => {
  const workers: readonly [string, () => unknown][] = [
    ['a worker of our own script', () => new Worker(document.scripts[0]?.src ?? '', { type: 'module' })],
    ['a worker from blob:', () => new Worker(URL.createObjectURL(new Blob(['1'])))],
    ['a shared worker', () => new SharedWorker(URL.createObjectURL(new Blob(['1'])))],
  ];
  it.each(workers)('%s', async (_, act) => {
    const { answer, refusedBy } = await attemptAgainstPolicy(page(), act);
    expect(answer).toMatch(/^threw SecurityError/);
    expect(refusedBy).toContain('worker-src');
  });

  it('a service worker', async () => {
    const register = () => navigator.serviceWorker.register('/assets/planted.js').then(() => 'registered');
    expect(await attempt(page(), register)).toMatch(/^threw /);
  });
});

describe('what would change the look or the base of the page', () => {
  it('an inline style', async () => {
    const act = () => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 3px solid red }';
      document.head.append(style);
    };
    expect((await attemptAgainstPolicy(page(), act)).refusedBy).toContain('style-src-elem');
    expect(await page().evaluate(() => getComputedStyle(document.body).outlineStyle)).toBe('none');
  });

  it('a base address', async () => {
    const act = (href: string) => {
      const base = document.createElement('base');
      base.href = href;
      document.head.append(base);
    };
    expect((await attemptAgainstPolicy(page(), act, ground.outside.http)).refusedBy).toEqual(['base-uri']);
    expect(await page().evaluate(() => document.baseURI)).toBe('balie://app/index.html');
  });
});
