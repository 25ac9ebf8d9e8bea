import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { watchStrangers } from '../../desk-line/watch-strangers.ts';
import { until } from '../builders/a-help-line.ts';

test('eight of one address may wait to prove themselves and sixty-four of all; where there is no place, who came first goes', async () => {
  const strangers = watchStrangers(60_000);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    strangers.came(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const come = (localAddress: string) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    socket.on('error', () => undefined).resume();
    onTestFinished(() => void socket.destroy());
    return socket;
  };
  onTestFinished(() => void server.close());
  const first = Array.from({ length: 12 }, () => come('127.0.2.1'));
  const open = (crowd: typeof first) => crowd.filter(({ destroyed }) => !destroyed).length;
  await until(() => expect(open(first)).toBe(8));
  const crowd = Array.from({ length: 64 }, (_, at) => come(`127.0.2.${2 + (at >> 3)}`));
  await until(() => expect([open(first), open(crowd)]).toEqual([0, 64]));
});
