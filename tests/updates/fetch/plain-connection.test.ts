import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type PlainConnection, plainConnection } from '../../../updates/fetch/plain-connection.ts';
import type { Patience } from '../../../updates/source/source.ts';

const SIX = Buffer.from('twaalf');
const PATIENT: Patience = { quietMs: 600_000, leastBytesPerSecond: 1 };
const head = (...fields: string[]) =>
  `HTTP/1.1 200 OK\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n`;
const WHOLE = `${head('Content-Length: 6')}twaalf`;

/** A server that answers so, whatever it is asked, and the connection to it. */
async function answering(
  answer: (socket: Socket, time: number) => void,
  patience = PATIENT,
): Promise<{ connection: PlainConnection; asked: string[]; connections: () => number }> {
  const asked: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      asked.push(data.toString());
      answer(socket, asked.length);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const connection = plainConnection({ address: `http://127.0.0.1:${port}/boven/`, patience });
  onTestFinished(async () => {
    connection.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => void server.close(resolve));
  });
  return { connection, asked, connections: () => sockets.length };
}

/** What came of one file of six bytes: how many, and which. */
async function fetched({ connection }: { connection: PlainConnection }, length = 6): Promise<string> {
  const room = Buffer.alloc(length);
  const came = await connection.fill('blobs/a', room);
  return `${came} ${room.subarray(0, came).toString()}`;
}

test('a file that comes as it is fills the room, one after the other over one connection', async () => {
  const server = await answering((socket) => socket.write(WHOLE));
  expect(await fetched(server)).toBe('6 twaalf');
  expect(await fetched(server)).toBe('6 twaalf');
  expect(server.connections()).toBe(1);
  expect(server.asked[0]).toMatch(
    /^GET \/boven\/blobs\/a HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\nAccept-Encoding: identity\r\n\r\n$/,
  );
});

test('an answer in any pieces is the same', async () => {
  const server = await answering(async (socket) => {
    socket.setNoDelay(true);
    for (const sign of WHOLE) await new Promise<void>((resolve) => void socket.write(sign, () => resolve()));
  });
  expect(await fetched(server)).toBe('6 twaalf');
});

test('a server that closes is asked over another connection', async () => {
  const server = await answering((socket) =>
    socket.end(`${head('content-length: 6', 'Connection: Close')}twaalf`),
  );
  expect(await fetched(server)).toBe('6 twaalf');
  expect(await fetched(server)).toBe('6 twaalf');
  expect(server.connections()).toBe(2);
});

test.each<[string, string]>([
  ['another status', 'HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\ntwaalf'],
  ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: /elders\r\nContent-Length: 6\r\n\r\ntwaalf'],
  ['a part', 'HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\n\r\ntwaalf'],
  ['an older protocol', 'HTTP/1.0 200 OK\r\nContent-Length: 6\r\n\r\ntwaalf'],
  ['no length', `${head('Content-Type: image/png')}twaalf`],
  ['a shorter one', `${head('Content-Length: 5')}twaal`],
  ['a longer one', `${head('Content-Length: 7')}twaalf!`],
  ['a status of four figures', 'HTTP/1.1 2000 OK\r\nContent-Length: 6\r\n\r\ntwaalf'],
  ['two lengths', `${head('Content-Length: 7', 'Content-Length: 6')}twaalf`],
  [
    'two encodings',
    `${head('Content-Length: 6', 'Content-Encoding: br', 'Content-Encoding: identity')}twaalf`,
  ],
  ['two types', `${head('Content-Length: 6', 'Content-Type: text/html', 'Content-Type: image/png')}twaalf`],
  ['two ends', `${head('Content-Length: 6', 'Connection: close', 'Connection: keep-alive')}twaalf`],
  ['pieces', `${head('Content-Length: 6', 'Transfer-Encoding: chunked')}twaalf`],
  ['a packed one', `${head('Content-Length: 6', 'Content-Encoding: gzip')}twaalf`],
  ['a page', `${head('Content-Length: 6', 'Content-Type: text/html; charset=utf-8')}twaalf`],
  ['a page, however it is written', `${head('Content-Length: 6', 'CONTENT-TYPE: TEXT/HTML')}twaalf`],
  ['a head that is none', 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n folded\r\n\r\ntwaalf'],
  ['more than was said', `${WHOLE}!`],
  ['a head without an end', `HTTP/1.1 200 OK\r\n${'x-lang: ja\r\n'.repeat(2_000)}`],
  ['something else', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
])('%s is left to others: nothing came', async (_, answer) => {
  const server = await answering((socket) => socket.write(answer));
  expect(await fetched(server)).toBe('0 ');
});

test('what breaks off gives what came of it', async () => {
  const server = await answering((socket) => socket.end(`${head('Content-Length: 6')}twa`));
  expect(await fetched(server)).toBe('3 twa');
});

test('a server that is not there gives nothing', async () => {
  const server = await answering((socket) => socket.destroy());
  expect(await fetched(server)).toBe('0 ');
});

test('silence ends, and so does a byte now and then', async () => {
  // Each of the two by itself: there is an hour for six bytes, and then none for silence.
  const quiet = await answering(() => undefined, { quietMs: 50, leastBytesPerSecond: 1 / 600 });
  expect(await fetched(quiet)).toBe('0 ');
  const drop = await answering(
    (socket) => {
      socket.write(head('Content-Length: 1000'));
      const drip = setInterval(() => socket.write('x'), 10);
      socket.once('close', () => clearInterval(drip));
    },
    { quietMs: 200, leastBytesPerSecond: 10_000 },
  );
  expect(Number.parseInt(await fetched(drop, 1_000), 10)).toBeLessThan(1_000);
});

test('a file that came in time is not waited for any more', async () => {
  const server = await answering((socket) => socket.write(WHOLE));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  expect(await fetched(server)).toBe('6 twaalf');
  expect(vi.getTimerCount()).toBe(0);
});

test('what comes unasked ends the connection, and is not taken for the next file', async () => {
  let socketOf: Socket | undefined;
  const server = await answering((socket, time) => {
    socketOf = socket;
    socket.write(time === 1 ? WHOLE : `${head('Content-Length: 6')}dertig`);
  });
  expect(await fetched(server)).toBe(`6 ${SIX}`);
  const closed = new Promise((resolve) => socketOf?.once('close', resolve));
  socketOf?.write(`${head('Content-Length: 6')}unasked`);
  await closed;
  expect(await fetched(server)).toBe('6 dertig');
  expect(server.connections()).toBe(2);
});

test('only a name of a repository is asked for', async () => {
  const server = await answering((socket) => socket.write(WHOLE));
  await expect(server.connection.fill('../geheim', Buffer.alloc(6))).rejects.toThrow('no name of a file');
});
