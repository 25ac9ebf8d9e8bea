// A peer of the server as a process of its own: `peer-server.ts bare|static FOLDER ETAG`. Prints where it listens. `bare`: nothing but
// Node's HTTP server and the answer; `static`: Fastify with @fastify/static, as their manuals show it, over the folder.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

const [kind, folder = '', etag = ''] = process.argv.slice(2);

async function startBare(): Promise<string> {
  const server = createServer((request, response) => {
    const isSame = request.headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : 200, { etag });
    response.end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function startStatic(): Promise<string> {
  const app = fastify();
  await app.register(fastifyStatic, { root: folder });
  return app.listen({ port: 0, host: '127.0.0.1' });
}

console.log(`listens at ${kind === 'bare' ? await startBare() : await startStatic()}`);
