import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Where a connection is looked at: the request came whole from the device, or so many bytes of the answer came from the server. */
export type Point = 'request' | 'answer';

/**
 * A proxy on loopback before a server. `at` is asked when a request or the first bytes of an answer came by; what it returns is the number
 * of bytes that still go on before the connection is cut, undefined to let it be. It is gone when the test is over.
 */
export async function aCuttingProxy(server: string) {
  const { hostname, port } = new URL(server);
  const proxy = {
    address: '',
    /** How often each point was reached. */
    seen: { request: 0, answer: 0 },
    at: async (_point: Point): Promise<number | undefined> => undefined,
  };
  const sockets = new Set<Socket>();
  const listener = createServer((device) => {
    const behind = connect(Number(port), hostname);
    for (const socket of [device, behind]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        device.destroy();
        behind.destroy();
      });
    }
    const pass = (point: Point, from: Socket, to: Socket) => {
      let isFirst = true;
      from.on('data', async (bytes: Buffer) => {
        if (!isFirst) return void to.write(bytes);
        isFirst = false;
        from.pause();
        proxy.seen[point] += 1;
        const left = await proxy.at(point);
        if (left === undefined) to.write(bytes);
        else to.end(bytes.subarray(0, left), () => device.destroy());
        from.resume();
      });
    };
    pass('request', device, behind);
    pass('answer', behind, device);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listener.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = listener.address();
  proxy.address = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return proxy;
}
