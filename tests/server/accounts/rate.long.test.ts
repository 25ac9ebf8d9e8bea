import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLog } from '../../../server/http/log.ts';
import { startServer } from '../../../server/start-server.ts';

it('lets an address try to sign in only so often in a minute', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-rate-'));
  const log = makeLog({ write: () => undefined });
  const server = await startServer({ data }, { port: 0 }, log, undefined, { signIns: 3 });
  const answers: number[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    const reply = await fetch(`${server.address}/api/v1/sign-in/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'balie-administration': '1' },
      body: JSON.stringify({ library: 'delft', name: `Nobody ${attempt}`, password: 'x', code: '000000' }),
    });
    answers.push(reply.status);
  }
  expect(answers).toEqual([401, 401, 401, 429]);
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});
