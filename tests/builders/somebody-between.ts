import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';

/** What a server says, and its signature. */
export type Answer = { readonly body: Buffer; readonly signature: string };

/** Somebody between a device and its server, who changes answers, until the test is over. Gives the address. */
export async function somebodyBetween(address: string, meddle: (answer: Answer) => Answer): Promise<string> {
  const proxy = createServer((asked, reply) => {
    const onwards = request(new URL(asked.url ?? '', address), {
      method: asked.method ?? 'GET',
      headers: asked.headers,
    });
    onwards.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const signature = String(answer.headers[SIGNATURE_HEADER] ?? '');
        const told = meddle({ body: Buffer.concat(chunks), signature });
        reply.writeHead(answer.statusCode ?? 500, { [SIGNATURE_HEADER]: told.signature }).end(told.body);
      });
    });
    asked.pipe(onwards);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}
