import { readFileSync, readlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();

const nodeNames = [
  'require',
  'process',
  'module',
  'exports',
  'global',
  'Buffer',
  '__dirname',
  '__filename',
  'setImmediate',
  'electron',
  'ipcRenderer',
];

it.each(nodeNames)('a page has no %s', async (name) => {
  expect(await attempt(page(), (wanted: string) => wanted in globalThis, name)).toBe(false);
});

it('a page reaches three things and no more, and cannot change them', async () => {
  const look = () => {
    const { balie } = window as unknown as { balie: Record<string, unknown> };
    const before = String(balie['invoke']);
    const tries = [
      () => (balie['invoke'] = () => 'mine'),
      () => Object.assign(window, { balie: {} }),
      () => Reflect.deleteProperty(balie, 'on'),
    ];
    for (const change of tries)
      try {
        change();
      } catch {
        // Refused aloud.
      }
    const now = (window as unknown as { balie: Record<string, unknown> }).balie;
    return [Object.keys(now), String(now['invoke']) === before];
  };
  expect(await attempt(page(), look)).toEqual([['about', 'invoke', 'on'], true]);
});

it('a page that changes the language itself changes it for itself alone', async () => {
  const poison = async () => {
    const caught: string[] = [];
    const spy = (name: string) =>
      function (this: unknown, ...all: unknown[]) {
        caught.push(`${name} ${typeof this} ${all.length}`);
        throw new Error('poisoned');
      };
    const { find } = Array.prototype;
    const { parse, stringify } = JSON;
    Array.prototype.find = spy('find') as typeof find;
    JSON.parse = spy('parse');
    JSON.stringify = spy('stringify') as typeof stringify;
    Object.defineProperty(Object.prototype, 'channel', {
      configurable: true,
      set: spy('channel'),
      get: spy('channel'),
    });
    try {
      const { balie } = window as unknown as {
        balie: {
          invoke: (name: string, input: object) => Promise<{ topics: unknown[] }>;
          on: (name: string, hear: () => void) => () => void;
        };
      };
      balie.on('idle:warned', () => undefined)();
      const home = await balie.invoke('content:home', {});
      return [home.topics.length > 0, caught];
    } finally {
      Array.prototype.find = find;
      JSON.parse = parse;
      JSON.stringify = stringify;
      Reflect.deleteProperty(Object.prototype, 'channel');
    }
  };
  expect(await attempt(page(), poison)).toEqual([true, []]);
});

describe('the process of the page', () => {
  it('is asked for with every lock there is', async () => {
    const preferences = await ground.kiosk.app.evaluate(({ webContents }) => {
      const contents = webContents.getAllWebContents()[0] as
        | (Electron.WebContents & { getLastWebPreferences?: () => object })
        | undefined;
      return contents?.getLastWebPreferences?.();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      enableWebSQL: false,
    });
  });

  it.runIf(process.platform === 'linux')(
    'is really in the sandbox: no rights, few system calls, a world of its own',
    async () => {
      const pids = await ground.kiosk.app.evaluate(({ webContents }) => ({
        main: process.pid,
        page: webContents.getAllWebContents()[0]?.getOSProcessId() ?? 0,
        sandbox: process.argv.concat(process.execArgv).some((each) => each.includes('no-sandbox')),
      }));
      const read = (pid: number, name: string) =>
        new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const worldOf = (pid: number, kind: string) => readlinkSync(`/proc/${pid}/ns/${kind}`);
      expect(pids.sandbox).toBe(false);
      // 2: system calls go through a filter.
      expect({
        seccomp: read(pids.page, 'Seccomp'),
        noNewRights: read(pids.page, 'NoNewPrivs'),
        rights: read(pids.page, 'CapEff'),
      }).toEqual({
        seccomp: '2',
        noNewRights: '1',
        rights: '0000000000000000',
      });
      for (const kind of ['user', 'pid', 'net'])
        expect(worldOf(pids.page, kind)).not.toBe(worldOf(pids.main, kind));
      expect(read(pids.main, 'Uid')).not.toBe('0');
    },
  );

  it('has no developer tools', async () => {
    await ground.kiosk.app.evaluate(({ webContents }) => {
      const contents = webContents.getAllWebContents()[0];
      contents?.openDevTools({ mode: 'detach' });
      contents?.inspectElement(1, 1);
    });
    expect(await attempt(page(), () => window.outerWidth - window.innerWidth)).toBeLessThan(2);
    const seen = await ground.main.take();
    expect(
      seen.filter(({ event }) => event === 'web-contents-created' || event === 'devtools-opened'),
    ).toEqual([]);
  });
});
