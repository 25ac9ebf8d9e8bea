import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A web server that counts what it sends, heads and all. */
export type CountingServer = {
  readonly address: string;
  /** Bytes sent since the last time this was asked: of contents, and of all else. */
  readonly sent: () => { readonly contents: number; readonly other: number };
  readonly close: () => Promise<void>;
};

/** Serves a repository in a folder on a free port of this computer only. */
export async function countingServer(folder: string): Promise<CountingServer> {
  let contents = 0;
  let other = 0;
  const server = createServer((request, response) => {
    const { socket } = request;
    const before = socket.bytesWritten;
    const place = String(request.url).slice(1);
    response.on('close', () => {
      const bytes = socket.bytesWritten - before;
      if (place.startsWith('blobs/')) contents += bytes;
      else other += bytes;
    });
    try {
      response.end(readFileSync(join(folder, place)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: () => {
      const sent = { contents, other };
      contents = 0;
      other = 0;
      return sent;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
