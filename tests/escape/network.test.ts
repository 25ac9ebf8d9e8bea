import { describe, expect, it } from 'vitest';
import { attempt, attemptAgainstPolicy, CORNER, placeLink } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';
import type { OutsideWorld } from './outside-world.ts';

// After every attempt, the ground holds that nobody outside heard anything.
const ground = kioskForFile();
const page = () => ground.kiosk.page();

type Try = readonly [string, (outside: OutsideWorld) => string, (to: string) => unknown];

const asked: readonly Try[] = [
  ['fetch', ({ https }) => https, (to) => fetch(to, { mode: 'no-cors' }).then(() => 'loaded')],
  ['fetch of a file', () => 'file:///etc/passwd', (to) => fetch(to).then(() => 'loaded')],
  ['fetch of the app itself', () => 'balie://app/index.html', (to) => fetch(to).then(() => 'loaded')],
  ['fetch of data:', () => 'data:text/plain,hello', (to) => fetch(to).then(() => 'loaded')],
  [
    'XMLHttpRequest',
    ({ http }) => http,
    (to) =>
      new Promise((answer) => {
        const request = new XMLHttpRequest();
        request.open('GET', to);
        request.onload = () => answer('loaded');
        request.onerror = () => answer('refused');
        request.send();
      }),
  ],
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
  [
    'EventSource',
    ({ http }) => http,
    (to) =>
      new Promise((answer) => {
        const source = new EventSource(to);
        source.onopen = () => answer('loaded');
        source.onerror = () => answer('refused');
      }),
  ],
  ['WebTransport', ({ https }) => https, (to) => new WebTransport(to).ready.then(() => 'loaded')],
  // It says true even when the policy refuses it.
  ['sendBeacon', ({ http }) => http, (to) => void navigator.sendBeacon(to, 'a word')],
];

describe('asking the network', () => {
  it.each(asked)('%s', async (_, address, act) => {
    const { answer, refusedBy } = await attemptAgainstPolicy(page(), act, address(ground.outside));
    expect(answer).not.toBe('loaded');
    expect(refusedBy).toContain('connect-src');
  });

  it('the ping of a link', async () => {
    await placeLink(page(), { href: 'javascript:void 0', ping: ground.outside.http });
    await press(ground.kiosk, CORNER);
    expect(await attempt(page(), () => document.querySelector('#placed')?.getAttribute('ping'))).toBe(
      ground.outside.http,
    );
  });
});

/** A thing that loads itself, and the directive that forbids it. */
const loaded: readonly [string, string, (to: string) => unknown][] = [
  ['a picture', 'img-src', (to) => void Object.assign(new Image(), { src: to })],
  ['a sound', 'media-src', (to) => new Audio(to).load()],
  ['a font', 'font-src', (to) => new FontFace('away', `url(${to})`).load()],
  [
    'a style sheet',
    'style-src-elem',
    (to) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to })),
  ],
  ['a picture behind the page', 'img-src', (to) => void (document.body.style.backgroundImage = `url(${to})`)],
  [
    'a picture for the tab',
    'img-src',
    (to) => document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: to })),
  ],
  [
    'a look ahead',
    'default-src',
    (to) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: to })),
  ],
  [
    'a module ahead',
    'script-src-elem',
    (to) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: to })),
  ],
];

describe('a thing that loads itself', () => {
  it.each(loaded)('%s', async (_, directive, act) => {
    expect((await attemptAgainstPolicy(page(), act, ground.outside.http)).refusedBy).toContain(directive);
  });

  it('a hint to connect ahead', async () => {
    const hint = (href: string) => {
      for (const rel of ['preconnect', 'dns-prefetch', 'prerender', 'manifest'])
        document.head.append(Object.assign(document.createElement('link'), { rel, href }));
      return new Promise((answer) => setTimeout(answer, 500, 'settled'));
    };
    expect(await attempt(page(), hint, ground.outside.http)).toBe('settled');
  });
});

describe('WebRTC', () => {
  it.each([
    ['over UDP', ({ udpPort }: OutsideWorld) => ({ urls: `stun:127.0.0.1:${udpPort}` })],
    [
      'over TCP',
      ({ port }: OutsideWorld) => ({
        urls: `turn:127.0.0.1:${port}?transport=tcp`,
        username: 'a',
        credential: 'b',
      }),
    ],
  ])('%s finds nobody, and no address of this machine', async (_, server) => {
    const gather = async (iceServer: RTCIceServer) => {
      const connection = new RTCPeerConnection({ iceServers: [iceServer] });
      connection.createDataChannel('away');
      const found: string[] = [];
      const gathered = new Promise((done) => {
        connection.onicecandidate = ({ candidate }) =>
          candidate === null ? done(found) : found.push(candidate.candidate);
      });
      await connection.setLocalDescription(await connection.createOffer());
      return await gathered;
    };
    expect(await attempt(page(), gather, server(ground.outside))).toEqual([]);
  });
});

describe('the session itself', () => {
  it('cancels what is not the app', async () => {
    const answers = await ground.kiosk.app.evaluate(
      async ({ webContents }, addresses) => {
        const session = webContents.getAllWebContents()[0]?.session;
        return await Promise.all(
          addresses.map((address) => session?.fetch(address).then(() => 'loaded', String)),
        );
      },
      [ground.outside.http, ground.outside.https],
    );
    for (const answer of answers) expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  it('has no way out but a proxy that is not there', async () => {
    const ways = await ground.kiosk.app.evaluate(
      async ({ webContents }, addresses) =>
        await Promise.all(
          addresses.map((address) => webContents.getAllWebContents()[0]?.session.resolveProxy(address)),
        ),
      ['https://example.nl', ground.outside.http],
    );
    expect(ways).toEqual(['PROXY 127.0.0.1:1', 'PROXY 127.0.0.1:1']);
  });
});
