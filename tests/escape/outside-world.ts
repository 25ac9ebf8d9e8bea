import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:net';

/** Everything that lies outside the app, here on the loopback: it hears whoever so much as connects. */
export type OutsideWorld = {
  readonly port: number;
  readonly udpPort: number;
  readonly http: string;
  readonly https: string;
  readonly webSocket: string;
  /** What was heard; nothing at all, if the app keeps its page in. */
  readonly heard: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens a TCP port that answers as a web server would, and a UDP port that only listens. */
export async function openOutsideWorld(): Promise<OutsideWorld> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    heard.push('a TCP connection');
    socket.on('data', (data) => heard.push(data.toString('latin1').split('\r\n')[0] ?? ''));
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\noutside');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const udp = createSocket('udp4', () => heard.push('a UDP packet'));
  await new Promise<void>((listening) => udp.bind(0, '127.0.0.1', listening));
  const port = portOf(server.address());
  return {
    port,
    udpPort: portOf(udp.address()),
    http: `http://127.0.0.1:${port}/away`,
    https: `https://127.0.0.1:${port}/away`,
    webSocket: `ws://127.0.0.1:${port}/away`,
    heard: () => heard,
    close: async () => {
      await Promise.all([new Promise((closed) => server.close(closed)), closed(udp)]);
    },
  };
}

function closed(udp: Socket): Promise<void> {
  return new Promise((done) => udp.close(done));
}

function portOf(address: { port: number } | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('a port was expected');
  return address.port;
}
