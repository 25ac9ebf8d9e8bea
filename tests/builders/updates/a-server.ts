import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What a server does with a request: answers it itself, and says so, or leaves it to the files. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A web server on this machine, and what was asked of it. */
export type TestServer = {
  readonly address: string;
  /** The places that were asked for, with the range if there was one. */
  readonly asked: string[];
  /** Makes the server behave otherwise from now on. */
  behave: Behaviour;
};

/** Serves a folder as any web server would, with ranges; it is closed when the test is over. */
export async function aServer(folder: string, behave: Behaviour = () => false): Promise<TestServer> {
  const server = createServer((request, response) => {
    const { range } = request.headers;
    const place = String(request.url).slice(1);
    test.asked.push(range === undefined ? place : `${place} ${range}`);
    if (test.behave(request, response)) return;
    try {
      const bytes = readFileSync(join(folder, place));
      const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
      const part = from > 0 && from < bytes.length;
      if (part) response.setHeader('content-range', `bytes ${from}-${bytes.length - 1}/${bytes.length}`);
      response.statusCode = part ? 206 : 200;
      response.end(part ? bytes.subarray(from) : bytes);
    } catch {
      response.statusCode = 404;
      response.end('<html>Not here</html>');
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const test: TestServer = { address: `http://127.0.0.1:${port}/`, asked: [], behave };
  return test;
}
