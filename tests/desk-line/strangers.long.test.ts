import { connect as connectTcp, createServer as createTcpServer, type Socket } from 'node:net';
import { connect, createServer } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { HELP_PROTOCOL, MOST_LINE_BYTES } from '../../core/contract/desk/help-line.ts';
import { secureOptions } from '../../desk-line/secure-socket.ts';
import { aDeskLine, aKioskLine, aLineDevice, type LineDevice, until } from '../builders/a-help-line.ts';
import { aRequest } from '../builders/a-help-request.ts';

const HOST = '127.0.0.1';
const tlsOf = (device: LineDevice) => secureOptions(device.key);

/** What a stranger hears from a desk before it is cut off. */
function knock(port: number, options: object, say = ''): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ host: HOST, port, rejectUnauthorized: false, ...options }, () => {
      if (say !== '') socket.write(say);
    });
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(heard));
  });
}

const told = (more: object = {}) =>
  `${JSON.stringify({ kind: 'told', number: null, request: aRequest(), taken: 'nobody', desk: null, ...more })}\n`;

/** A desk, and a socket on which its kiosk says what a test wants. `closed`: the desk cut it off. */
async function aSpeaker() {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen], { pulseMs: 2_000 });
  const socket = connect({ host: HOST, port: desk.port, ...tlsOf(screen) });
  let isClosed = false;
  socket.on('error', () => undefined);
  socket.once('close', () => {
    isClosed = true;
  });
  socket.resume();
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  return { desk, socket, closed: () => isClosed };
}

test('a stranger hears nothing from a desk and reaches no board: unknown key, no key, another kind of key, older TLS', async () => {
  const [screen, self, stranger] = [aLineDevice(), aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen]);
  expect(await knock(desk.port, tlsOf(stranger), told())).toBe('');
  expect(await knock(desk.port, { ALPNProtocols: [HELP_PROTOCOL] }, told())).toBe('');
  // Also the desk itself is no kiosk.
  expect(await knock(desk.port, tlsOf(self), told())).toBe('');
  expect(
    await knock(desk.port, { ...tlsOf(screen), maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' }, told()),
  ).toBe('');
  expect(await knock(desk.port, { ...tlsOf(screen), ALPNProtocols: ['http/1.1'] }, told())).toBe('');
  expect(await knock(desk.port, { ...tlsOf(screen), ALPNProtocols: [] }, told())).toBe('');
  expect(desk.board()).toEqual([]);
  expect(desk.rings()).toBe(0);
  // The same words of the right key are heard, so it was the key that was missing.
  const { desk: other, socket } = await aSpeaker();
  socket.write(told());
  await until(() => expect(other.rings()).toBe(1));
});

test('a certificate of ours is worth nothing without its key', async () => {
  const [screen, self, thief] = [aLineDevice(), aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen]);
  const { cert } = tlsOf(screen);
  expect(() => connect({ host: HOST, port: desk.port, ...tlsOf(thief), cert })).toThrow(
    /key.*mismatch|mismatch/i,
  );
});

test('a kiosk says nothing to somebody who pretends to be its desk', async () => {
  const [screen, self, stranger] = [aLineDevice(), aLineDevice(), aLineDevice()];
  let heard = '';
  let knocks = 0;
  const fake = createServer(tlsOf(stranger), (socket) => {
    socket.on('error', () => undefined);
    socket.write(`${JSON.stringify({ kind: 'desk', number: 1 })}\n`);
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
  });
  fake.on('connection', () => {
    knocks++;
  });
  await new Promise<void>((resolve) => fake.listen(0, HOST, resolve));
  onTestFinished(() => void fake.close());
  const kiosk = aKioskLine(screen, [self]);
  kiosk.ask(aRequest());
  kiosk.heardOf(self.id, { host: HOST, port: (fake.address() as { port: number }).port });
  await until(() => expect(knocks).toBeGreaterThan(1));
  expect(heard).toBe('');
  expect(kiosk.seen()).toEqual({ kind: 'walk' });
});

test('a desk that waits for what it never gets is left alone, and the real one is found beside it', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const sockets = new Set<Socket>();
  const mute = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.2', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    mute.close();
  });
  const desk = await aDeskLine(self, [screen]);
  const kiosk = aKioskLine(screen, [self]);
  kiosk.heardOf(self.id, { host: HOST, port: desk.port });
  kiosk.heardOf(self.id, { host: '127.0.0.2', port: (mute.address() as { port: number }).port });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));
});

test('who is revoked is cut off at once, at both ends, and what it had is free again', async () => {
  const [screen, other, first, second] = [aLineDevice(), aLineDevice(), aLineDevice(), aLineDevice()];
  const one = await aDeskLine(first, [screen, other]);
  const two = await aDeskLine(second, [screen, other]);
  const kiosk = aKioskLine(screen, [first, second]);
  const beside = aKioskLine(other, [first]);
  kiosk.heardOf(first.id, { host: HOST, port: one.port });
  kiosk.heardOf(second.id, { host: HOST, port: two.port });
  beside.heardOf(first.id, { host: HOST, port: one.port });
  const request = aRequest();
  kiosk.ask(request);
  beside.ask(aRequest());
  await until(() => expect(one.board()).toHaveLength(2));
  one.press(request.id, 'take');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: null }));
  // The desk is revoked: what it had waits at the other one.
  kiosk.settle(new Set([second.id]), null);
  expect(kiosk.seen()).toEqual({ kind: 'asking' });
  await until(() => expect(two.board()).toMatchObject([{ state: 'waiting' }]));
  // A kiosk is revoked: it is gone from the board, and does not come back.
  one.settle(new Set([screen.id]), null);
  await until(() => expect(one.board().every(({ kiosk }) => kiosk !== other.id)).toBe(true));
  await until(() => expect(beside.seen()).toEqual({ kind: 'walk' }));
  // It knocks again and again, and that is one line of the log.
  await until(() => expect(one.notes).toContain('a stranger was turned away'));
  expect(one.board().some(({ kiosk }) => kiosk === other.id)).toBe(false);
});

test('what was on the wire is worth nothing when it is said again', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen]);
  // Between the two: everything that the kiosk sends is kept.
  const sent: Buffer[] = [];
  const between = createTcpServer((near) => {
    const far = connectTcp(desk.port, HOST);
    near.on('data', (chunk: Buffer) => {
      sent.push(chunk);
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => near.write(chunk));
    for (const [one, another] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.once('close', () => another.destroy());
    }
  });
  await new Promise<void>((resolve) => between.listen(0, HOST, resolve));
  onTestFinished(() => void between.close());
  const kiosk = aKioskLine(screen, [self]);
  kiosk.heardOf(self.id, { host: HOST, port: (between.address() as { port: number }).port });
  const request = aRequest({ about: { kind: 'topic', topic: 'geldzorgen-en-schulden' } });
  kiosk.ask(request);
  await until(() => expect(desk.rings()).toBe(1));
  kiosk.withdraw();
  await until(() => expect(desk.board()).toEqual([]));
  kiosk.close();
  const wire = Buffer.concat(sent);
  for (const word of ['geldzorgen', request.id, 'told', 'topic', screen.id])
    expect(wire.includes(word)).toBe(false);
  const rings = desk.rings();
  const replay = connectTcp(desk.port, HOST);
  const over = new Promise((resolve) => replay.once('close', resolve));
  replay.on('error', () => undefined);
  replay.resume();
  replay.write(wire);
  await over;
  expect([desk.rings(), desk.board()]).toEqual([rings, []]);
});

const LONG = 'a line is too long';
const STRANGE = 'it says what nobody understands';
const padded = `{"kind":"pulse"${' '.repeat(MOST_LINE_BYTES)}}\n`;

test.each([
  ['a line without an end', 'x'.repeat(MOST_LINE_BYTES + 1), LONG],
  ['a line that is too long', padded, LONG],
  ['no JSON', 'hello\n', STRANGE],
  ['bytes', '\u0000\uffff\n', STRANGE],
  [
    'a word of a desk',
    `${JSON.stringify({ kind: 'word', word: 'take', request: aRequest().id })}\n`,
    STRANGE,
  ],
  ['a name that every object has', '{"kind":"constructor"}\n', STRANGE],
  ['a prototype', '{"__proto__":{"kind":"pulse"}}\n', STRANGE],
  ['a name more than there is', told({ visitor: 'x' }), STRANGE],
  [
    'a text in place of an id',
    told({ request: aRequest({ about: { kind: 'topic', topic: 'Ik heb schulden' } }) }),
    STRANGE,
  ],
  ['too much at once', `${JSON.stringify({ kind: 'pulse' })}\n`.repeat(100), 'it says too much'],
])('a kiosk that says %s is cut off, and nothing of it is shown', async (_, said, why) => {
  const { desk, socket, closed } = await aSpeaker();
  socket.write(said);
  await until(() => expect(closed()).toBe(true));
  expect(desk.notes).toEqual([`a kiosk left: ${why}`]);
  expect(desk.board()).toEqual([]);
  expect(({} as { kind?: unknown }).kind).toBeUndefined();
});

test('a kiosk that falls silent is cut off, and so is one that never proves who it is', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen]);
  const silent = connect({ host: HOST, port: desk.port, ...tlsOf(screen) });
  silent.resume();
  silent.on('error', () => undefined);
  const left = new Promise((resolve) => silent.once('close', resolve));
  silent.once('secureConnect', () => silent.write(told()));
  await until(() => expect(desk.board()).toHaveLength(1));
  await left;
  await until(() => expect(desk.notes).toContain('a kiosk left: it is silent'));
  const mute = connectTcp(desk.port, HOST);
  mute.on('error', () => undefined);
  mute.resume();
  await new Promise((resolve) => mute.once('close', resolve));
});

test('a kiosk that falls over stays in sight at the desk, as one whose line is cut', async () => {
  const { desk, socket } = await aSpeaker();
  socket.write(told());
  await until(() => expect(desk.board()).toHaveLength(1));
  socket.destroy();
  await until(() => expect(desk.board()[0]?.cutAt).toBeTypeOf('number'));
  expect(desk.board()).toMatchObject([{ state: 'waiting' }]);
});

test('many strangers at once keep no kiosk out for long', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen]);
  const crowd = Array.from({ length: 200 }, () => connectTcp(desk.port, HOST));
  for (const each of crowd) each.on('error', () => undefined);
  onTestFinished(() => {
    for (const each of crowd) each.destroy();
  });
  const kiosk = aKioskLine(screen, [self]);
  kiosk.heardOf(self.id, { host: HOST, port: desk.port });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));
});

test('strangers at many addresses take no place of a kiosk', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen], { pulseMs: 60_000 });
  const crowd = Array.from({ length: 160 }, (_, at) =>
    connectTcp({ port: desk.port, host: HOST, localAddress: `127.0.1.${1 + (at >> 3)}` }),
  );
  onTestFinished(() => {
    for (const each of crowd) each.destroy();
  });
  await Promise.all(
    crowd.map((each) => {
      each.on('error', () => undefined);
      return new Promise((resolve) => each.once('connect', resolve));
    }),
  );
  // At its first try, while all of them still have their few seconds.
  const kiosk = connect({ host: HOST, port: desk.port, ...tlsOf(screen) });
  onTestFinished(() => void kiosk.destroy());
  const said = await new Promise((resolve) => {
    kiosk.on('error', () => undefined);
    kiosk.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    kiosk.once('close', () => resolve('turned away'));
  });
  expect(said).toBe('{"kind":"desk","number":null}\n');
});

test('a desk is tried and found while somebody says again and again that it is elsewhere', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen]);
  const kiosk = aKioskLine(screen, [self]);
  let port = 1_024;
  const liar = setInterval(() => kiosk.heardOf(self.id, { host: '127.0.0.3', port: port++ }), 5);
  onTestFinished(() => clearInterval(liar));
  kiosk.heardOf(self.id, { host: HOST, port: desk.port });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));
});

test('the newest line of a kiosk counts: the one before is ended', async () => {
  const [screen, self] = [aLineDevice(), aLineDevice()];
  const desk = await aDeskLine(self, [screen], { pulseMs: 60_000 });
  const open = async () => {
    const socket = connect({ host: HOST, port: desk.port, ...tlsOf(screen) });
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.resume();
    await new Promise((resolve) => socket.once('data', resolve));
    onTestFinished(() => void socket.destroy());
    return { socket, closed };
  };
  const before = await open();
  before.socket.write(told());
  await until(() => expect(desk.board()).toHaveLength(1));
  const next = await open();
  await before.closed;
  const request = aRequest();
  next.socket.write(told({ request }));
  await until(() => expect(desk.board()).toMatchObject([{ request, cutAt: null }]));
});
