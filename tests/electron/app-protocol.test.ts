import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pathWithin, serveApp } from '../../electron/app-protocol.ts';
import { FakeSession } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

describe('pathWithin', () => {
  it.each([
    ['balie://app/index.html', 'index.html'],
    ['balie://app/assets/index-_x.js', 'assets/index-_x.js'],
    ['balie://app/media/zelfredzaam/kaart.svg', 'media/zelfredzaam/kaart.svg'],
    ['balie://app/index.html#part', 'index.html'],
  ])('%s is a path of ours', (url, path) => {
    expect(pathWithin(url)).toBe(path);
  });

  // Chromium and Node take a plain ../ away themselves: what is left goes nowhere but down, and is asked for
  // as it is.
  it.each([
    ['balie://app/../package.json', 'package.json'],
    ['balie://app/%2e%2e/package.json', 'package.json'],
    ['balie://app/assets/../../../etc/passwd', 'etc/passwd'],
  ])('%s leads no higher than the folder', (url, path) => {
    expect(pathWithin(url)).toBe(path);
  });

  it.each([
    ['an encoded slash', 'balie://app/..%2fpackage.json'],
    ['encoded dots and slash', 'balie://app/%2e%2e%2fpackage.json'],
    ['encoded further down', 'balie://app/assets%2f..%2f..%2fpackage.json'],
    ['a backslash', 'balie://app/..\\package.json'],
    ['an encoded backslash', 'balie://app/..%5cpackage.json'],
    ['double encoding', 'balie://app/%252e%252e%252fpackage.json'],
    ['dots in a name', 'balie://app/assets/..hidden'],
    ['four dots', 'balie://app/....//package.json'],
    ['an absolute path', 'balie://app//etc/passwd'],
    ['an encoded absolute path', 'balie://app/%2fetc%2fpasswd'],
    ['a hidden file', 'balie://app/.env'],
    ['two slashes', 'balie://app/assets//index.js'],
    ['the folder itself', 'balie://app/'],
    ['nothing', 'balie://app'],
    ['a NUL', 'balie://app/index.html%00.png'],
    ['a space', 'balie://app/index%20.html'],
    ['a line break', 'balie://app/index.html%0a'],
    ['a colon', 'balie://app/c:/windows'],
    ['a half code', 'balie://app/%zz'],
    ['a code that is no text', 'balie://app/%ff'],
    ['a question', 'balie://app/index.html?x=1'],
    ['another host', 'balie://main/main.cjs'],
    ['a host that begins like ours', 'balie://app.example/index.html'],
    ['a port', 'balie://app:81/index.html'],
    ['another scheme', 'https://app/index.html'],
    ['a file', 'file:///index.html'],
    ['no address', 'index.html'],
    ['no text', ''],
  ])('%s is refused', (_, url) => {
    expect(pathWithin(url)).toBeUndefined();
  });
});

describe('serveApp', () => {
  function served(readMedia = vi.fn<(path: string) => Promise<undefined>>(async () => undefined)) {
    const place = mkdtempSync(join(tmpdir(), 'balie-served-'));
    onTestFinished(() => rmSync(place, { recursive: true }));
    mkdirSync(join(place, 'renderer'));
    for (const name of ['renderer/index.html', 'renderer/notes.txt', 'secret.html'])
      writeFileSync(join(place, name), name);
    const session = new FakeSession();
    serveApp(session as unknown as Electron.Session, join(place, 'renderer'), readMedia);
    const [scheme, answer] = session.protocol.registerBufferProtocol.mock.calls[0] ?? [];
    expect(scheme).toBe('balie');
    return async (url: string, method = 'GET') => {
      const given = await new Promise<Electron.ProtocolResponse>((reply) => answer?.({ url, method }, reply));
      return {
        status: given.statusCode ?? 200,
        text: String(given.data),
        headers: (given.headers ?? {}) as Record<string, string>,
      };
    };
  }

  it('serves the page with the whole policy, and keeps no copy', async () => {
    const { status, text, headers } = await served()('balie://app/index.html');
    expect([status, text]).toEqual([200, 'renderer/index.html']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']?.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-src 'none'",
        'sandbox allow-scripts allow-same-origin',
      ]),
    );
  });

  it.each([
    ['a kind of file that is not of the screens', 'balie://app/notes.txt', 'GET'],
    ['a file that is not there', 'balie://app/other.html', 'GET'],
    ['a way out', 'balie://app/..%2fsecret.html', 'GET'],
    ['writing', 'balie://app/index.html', 'POST'],
    ['media that is not there', 'balie://app/media/none.png', 'GET'],
  ])('says no to %s, and not why', async (_, url, method) => {
    expect(await served()(url, method)).toMatchObject({
      status: 404,
      text: 'not here',
      headers: { 'content-type': 'text/plain' },
    });
  });

  it('asks the content for media, by its whole path', async () => {
    const readMedia = vi.fn<(path: string) => Promise<undefined>>(async () => undefined);
    await served(readMedia)('balie://app/media/zelfredzaam/kaart.svg');
    expect(readMedia.mock.calls).toEqual([['media/zelfredzaam/kaart.svg']]);
  });
});
