import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();
const REFUSED = expect.stringMatching(/threw Error: .*refused$/);

/** Calls main as a hostile page would: past the types. */
const call = ([name, input]: readonly [unknown, unknown]) =>
  (window.balie.invoke as (name: unknown, input: unknown) => Promise<unknown>)(name, input);

const calls: readonly [string, readonly [unknown, unknown]][] = [
  ['a channel that is not there', ['content:all', {}]],
  ['no channel', [null, {}]],
  ['a channel that is a number', [7, {}]],
  ['a channel that is a list', [['content:home'], {}]],
  ['a channel that is an object', [{ name: 'content:home' }, {}]],
  ['__proto__', ['__proto__', {}]],
  ['constructor', ['constructor', {}]],
  ['toString', ['toString', {}]],
  ['hasOwnProperty', ['hasOwnProperty', {}]],
  ['input of the wrong kind', ['content:topic', { topic: 7 }]],
  ['input that is text', ['content:topic', 'geld']],
  ['input that is a list', ['content:topic', ['geld']]],
  ['no input', ['content:home', undefined]],
  ['input that is null', ['content:home', null]],
  ['more than was asked for', ['content:home', { extra: 1 }]],
  ['an id that is a path', ['content:topic', { topic: '../../ops' }]],
  ['an id that is SQL', ['content:topic', { topic: "x' OR '1'='1" }]],
  ['an id that is far too long', ['content:topic', { topic: 'a'.repeat(5_000) }]],
  ['an id with a NUL', ['content:topic', { topic: 'geld\0' }]],
  ['a screen with a path for a name', ['screen:shown', { screen: '../../../tmp/shot' }]],
  ['a huge input', ['content:topic', { topic: 'a'.repeat(5_000_000) }]],
  [
    'a wide input',
    ['content:topic', Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index]))],
  ],
];

describe('a call that the contract does not know', () => {
  it.each(calls)('%s', async (_, given) => {
    // The stringified form loses what JSON does not have; those few are made in the page.
    const past = (json: string) => {
      const [name, input] = JSON.parse(json) as [unknown, unknown];
      return (window.balie.invoke as (name: unknown, input: unknown) => Promise<unknown>)(name, input);
    };
    expect(await attempt(page(), past, JSON.stringify(given))).toEqual(REFUSED);
  });

  it('input with a __proto__ of its own leaves every other object alone', async () => {
    const poison = () => {
      const input = JSON.parse(
        '{"topic":"geld","__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
      ) as never;
      return window.balie.invoke('content:topic', input);
    };
    expect(await attempt(page(), poison)).toEqual(REFUSED);
    expect(await ground.kiosk.app.evaluate(() => 'role' in {})).toBe(false);
  });

  it('things that cannot be sent at all', async () => {
    const deep = () => {
      let input: unknown = 'geld';
      for (let depth = 0; depth < 50_000; depth++) input = { topic: input };
      return window.balie.invoke('content:topic', input as never);
    };
    expect(await attempt(page(), deep)).toEqual(expect.stringMatching(/^threw /));
    const cyclic = () => {
      const input: Record<string, unknown> = {};
      input['topic'] = input;
      return window.balie.invoke('content:topic', input as never);
    };
    expect(await attempt(page(), cyclic)).toEqual(expect.stringMatching(/^threw /));
    const big = () => window.balie.invoke('content:topic', { topic: 1n } as never);
    expect(await attempt(page(), big)).toEqual(expect.stringMatching(/^threw /));
    const alive = () => window.balie.invoke('content:topic', { topic: () => 'geld' } as never);
    expect(await attempt(page(), alive)).toEqual(expect.stringMatching(/^threw /));
  });

  it('is answered without a word of why, and logged without what was sent', async () => {
    expect(await attempt(page(), call, ['content:topic', { topic: 'Herkenbaar-7731' }] as const)).toEqual(
      REFUSED,
    );
    const log = readFileSync(join(ground.kiosk.dataDir, 'logs/balie.log'), 'utf8');
    expect(log).toContain('call-refused: input content:topic');
    expect(log).not.toMatch(/Herkenbaar|aaaaaaaaaa|OR '1'/);
  });
});

describe('a call from somewhere else', () => {
  it('a second window with the same page, the same preload and the same partition', async () => {
    const answer = await ground.kiosk.app.evaluate(async ({ app, BrowserWindow }, about) => {
      const [home] = BrowserWindow.getAllWindows();
      if (home === undefined) throw new Error('There is no window.');
      const { session } = home.webContents;
      const preload = `${app.getAppPath()}/dist/main/preload.cjs`;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { session, sandbox: true, preload, additionalArguments: [about] },
      });
      await stranger.loadURL(home.webContents.getURL());
      const ask = "balie.invoke('content:home', {}).then(() => 'answered', String)";
      const said: unknown = await stranger.webContents.executeJavaScript(ask);
      stranger.destroy();
      return said;
    }, '--balie-about={"profile":"kiosk","language":"nl"}');
    expect(answer).toMatch(/refused$/);
  });
});

describe('calls without end', () => {
  it('10,000 in a second: most are refused, and the kiosk answers again after it', async () => {
    const flood = async () => {
      const all = await Promise.all(
        Array.from({ length: 10_000 }, () =>
          window.balie.invoke('content:topic', { topic: 'geld' }).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      );
      return all.filter((each) => each === 'answered').length;
    };
    const begun = performance.now();
    const answered = await page().evaluate(flood);
    const seconds = Math.ceil((performance.now() - begun) / 1000);
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThanOrEqual(200 * (seconds + 1));
    const ask = () =>
      page().evaluate(() => window.balie.invoke('content:home', {}).then(() => 'answered', String));
    await expect.poll(ask, { timeout: 15_000 }).toBe('answered');
  });
});
