import { connect, type Socket } from 'node:net';

/** A connection to a server, for what no HTTP client would send. */
export function rawConnection(address: string): {
  readonly socket: Socket;
  /** All that the server said until it hung up. */
  readonly said: Promise<string>;
} {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  socket.on('error', () => undefined); // it hangs up on us: that is what we wait for
  return { socket, said: new Promise((resolve) => socket.once('close', () => resolve(text))) };
}

/** Sends text as it is and gives the status of each answer, when the server has hung up. */
export async function rawStatuses(address: string, text: string): Promise<number[]> {
  const { socket, said } = rawConnection(address);
  socket.end(text);
  return [...(await said).matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}
