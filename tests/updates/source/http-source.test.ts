import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpSource } from '../../../updates/source/http-source.ts';
import { readWhole, type SourceError } from '../../../updates/source/source.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { aServer, type Behaviour } from '../../builders/updates/a-server.ts';
import { textOf } from '../../builders/updates/text-of.ts';

const IMPATIENT = { quietMs: 150, leastBytesPerSecond: 10_000 };
const FILES = { 'blobs/een': 'abcdefghij', 'metadata/1.root.json': '{}' };

async function sourceOf(behave?: Behaviour, patience?: typeof IMPATIENT) {
  const server = await aServer(aFolder(FILES), behave);
  return { server, source: httpSource(server.address, patience) };
}

/** The fault of what is thrown, and its sentence. */
async function faultOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => {
      throw new Error('Nothing went wrong.');
    },
    (thrown: SourceError) => thrown,
  );
  return `${error.fault}: ${error.message}`;
}

/** A server that speaks no HTTP library's language: whatever bytes a test wants. */
async function aRawServer(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
}

describe('a file on a web server', () => {
  test('is read whole, under any address', async () => {
    const { server, source } = await sourceOf();
    expect(String(await readWhole(source, 'blobs/een', 10))).toBe('abcdefghij');
    const below = httpSource(`${server.address}blobs`);
    expect(String(await readWhole(below, 'een', 10))).toBe('abcdefghij');
  });

  test('is read from the middle, and from its beginning when the server knows no ranges', async () => {
    const { server, source } = await sourceOf();
    const { from, bytes } = await source.open('blobs/een', { from: 4, most: 10 });
    expect([from, await textOf(bytes)]).toEqual([4, 'efghij']);
    expect(server.asked).toEqual(['blobs/een bytes=4-']);
    server.behave = (_, response) => {
      response.end('abcdefghij');
      return true;
    };
    expect((await source.open('blobs/een', { from: 4, most: 10 })).from).toBe(0);
  });
});

describe('what is no answer of a repository', () => {
  const answer =
    (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Behaviour =>
    (_, response) => {
      response.writeHead(status, headers).end(body);
      return true;
    };

  test.each<[string, Behaviour, string]>([
    ['a file that is not there', answer(404), 'missing'],
    ['an object store that lists nothing', answer(403), 'missing'],
    ['a server that is out of order', answer(503), 'unreachable'],
    ['a server that has had enough', answer(429), 'unreachable'],
    ['a password that is asked for', answer(401), 'refused'],
    ['a part that nobody asked for', answer(206, { 'content-range': 'bytes 0-1/2' }, 'ab'), 'refused'],
    ['a redirect, as of a hotel', answer(302, { location: 'http://login.hotel.example/x' }), 'sign-in-page'],
    ['a redirect to nowhere', answer(307), 'sign-in-page'],
    ['a demand to sign in', answer(511), 'sign-in-page'],
    [
      'a page with status 200',
      answer(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>'),
      'sign-in-page',
    ],
    [
      'a packed answer',
      answer(200, { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(1_000_000))),
      'refused',
    ],
    [
      'a length above what may be, before a byte of it came',
      (_, response) => {
        response.writeHead(200, { 'content-length': '11' }).flushHeaders();
        return true;
      },
      'too-large',
    ],
  ])('%s', async (_, behave, fault) => {
    const { source } = await sourceOf(behave);
    expect(await faultOf(readWhole(source, 'blobs/een', 10))).toMatch(new RegExp(`^${fault}: .+\\.$`));
  });

  test('names where a redirect leads, and does not follow it', async () => {
    const { server, source } = await sourceOf(answer(302, { location: 'http://login.hotel.example/x' }));
    expect(await faultOf(readWhole(source, 'blobs/een', 10))).toContain('login.hotel.example');
    expect(server.asked).toEqual(['blobs/een']);
  });
});

describe('an answer that does not end as it should', () => {
  test('is cut off when it is endless', async () => {
    let closed = false;
    const { source } = await sourceOf((_, response) => {
      const flood = () => void (response.destroyed || response.write('x'.repeat(1_000), flood));
      response.on('close', () => {
        closed = true;
      });
      flood();
      return true;
    });
    expect(await faultOf(readWhole(source, 'blobs/een', 5_000))).toMatch(/^too-large/);
    await expect.poll(() => closed).toBe(true);
  });

  test('is given up when nothing comes, and when a byte comes now and then', async () => {
    const silent = await sourceOf(() => true, IMPATIENT);
    // A large file may take long, but not without a word.
    expect(await faultOf(readWhole(silent.source, 'blobs/een', 10_000_000))).toMatch(/^slow/);
    let drip: NodeJS.Timeout | undefined;
    const dripping = await sourceOf((_, response) => {
      drip = setInterval(() => response.write('x'), 20);
      return true;
    }, IMPATIENT);
    onTestFinished(() => clearInterval(drip));
    expect(await faultOf(readWhole(dripping.source, 'blobs/een', 1_000))).toMatch(/^slow/);
  });

  test.each([
    ['with a length', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc'],
    ['in chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'],
  ])('is told to be cut, %s', async (_, text) => {
    const source = httpSource(await aRawServer((socket) => void socket.end(text)));
    expect(await faultOf(readWhole(source, 'blobs/een', 10))).toMatch(/^cut/);
  });

  test('is told to be unreachable when nobody listens', async () => {
    const source = httpSource('http://127.0.0.1:1/');
    expect(await faultOf(readWhole(source, 'blobs/een', 10))).toMatch(/^unreachable: .*ECONNREFUSED/);
  });

  test('is refused when it is no HTTP at all', async () => {
    const source = httpSource(await aRawServer((socket) => void socket.end('SSH-2.0-x\r\n')));
    expect(await faultOf(readWhole(source, 'blobs/een', 10))).toMatch(/^(cut|unreachable)/);
  });
});

test.each([
  '',
  '/etc/passwd',
  '../x',
  'a/../b',
  'a//b',
  '.hidden',
  'a/.b',
  'C:x',
  'a\\b',
  'a%2e',
  'é',
  'a'.repeat(400),
])('a place that is no plain name is never asked for (%j)', async (place) => {
  const { server, source } = await sourceOf();
  expect(await faultOf(readWhole(source, place, 10))).toMatch(/^unsafe/);
  expect(server.asked).toEqual([]);
});

test.each(['', 'ftp://x.example/', 'javascript:0', 'repository'])('%j is no address', (address) => {
  expect(() => httpSource(address)).toThrow('https://');
});
