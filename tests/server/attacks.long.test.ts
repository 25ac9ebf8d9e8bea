import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLog } from '../../server/http/log.ts';
import { startServer } from '../../server/start-server.ts';
import { rawConnection } from '../builders/raw-request.ts';
import { describeAttacks } from './attacks-suite.ts';

describeAttacks('a server with SQLite under attack', async () => undefined, 1);

it('hangs up on requests that take too long to arrive, and answers others meanwhile', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const log = makeLog({ write: () => undefined });
  const limits = { enrolments: 1_000, batches: 1_000, requestMs: 1_000 };
  const server = await startServer({ data }, { port: 0 }, log, limits);
  const head = 'POST /api/v1/batches HTTP/1.1\r\nhost: balie\r\ncontent-type: application/json\r\n';
  // Some never end their headers, some their body; each sends a letter now and then.
  const slow = Array.from({ length: 60 }, (_, index) => {
    const connection = rawConnection(server.address);
    connection.socket.write(index % 2 === 0 ? `${head}x-slow: ` : `${head}content-length: 100000\r\n\r\n`);
    const drip = setInterval(() => connection.socket.write('x'), 50);
    return connection.said.then((said) => {
      clearInterval(drip);
      return said;
    });
  });
  let answered = 0;
  let open = slow.length;
  const closed = slow.map(async (each) => {
    const said = await each;
    open -= 1;
    return said;
  });
  while (open > 0) {
    expect((await fetch(`${server.address}/ready`)).status).toBe(200);
    answered += 1;
  }
  expect(answered).toBeGreaterThan(0);
  for (const said of await Promise.all(closed)) expect(said).toMatch(/^HTTP\/1\.1 408|^$/);
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});
