import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { PrintServer } from '../../../electron/print/ipp.ts';

/**
 * A print system of three lines, in the bytes of the protocol, for what a real one seldom answers: `answer` gives the status and
 * the groups for what was asked. It goes with the test.
 */
export async function anAnswer(
  answer: (asked: Buffer) => { readonly status: number; readonly groups?: readonly number[] },
): Promise<PrintServer & { readonly port: number }> {
  const server = createServer(async (request, response) => {
    const asked: Buffer[] = [];
    for await (const piece of request) asked.push(piece);
    const { status, groups = [] } = answer(Buffer.concat(asked));
    response.end(Buffer.from([2, 0, status >> 8, status & 0xff, 0, 0, 0, 1, ...groups, 0x03]));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}
