import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLog } from '../../server/http/log.ts';
import { startServer } from '../../server/start-server.ts';
import { aDevice } from '../builders/a-device.ts';
import { startOwnServer } from '../builders/a-server.ts';
import { spawnServer } from '../builders/spawn-server.ts';
import { describeBranchDevices } from './branch-devices-suite.ts';
import { describeServer } from './server-suite.ts';

describeServer('a server with SQLite', async () => undefined, 1);

it('lets an address try only so many codes in a minute', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const log = makeLog({ write: () => undefined });
  const server = await startServer({ data }, { port: 0 }, log, { enrolments: 3, batches: 3 });
  const answers: number[] = [];
  for (let attempt = 0; attempt < 4; attempt++)
    answers.push((await aDevice().enrol(server.address, '7K2M-Q9XB-41TD')).status);
  expect(answers).toEqual([403, 403, 403, 429]);
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

it('answers what it was asked before it stops, and takes nothing new', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const server = await spawnServer(data, undefined);
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString();
  });
  const body = JSON.stringify({
    ...{ code: '7K2M-Q9XB-41TD', key: 'A'.repeat(43), profile: 'kiosk', appVersion: '1' },
  });
  const lines = ['POST /api/v1/enrolments HTTP/1.1', 'host: balie', 'content-type: application/json'];
  socket.write(
    [...lines, `content-length: ${body.length}`, 'expect: 100-continue', 'connection: close', '', ''].join(
      '\r\n',
    ),
  );
  await expect.poll(() => heard).toContain('100 Continue'); // the request is there, its body is not
  const ended = server.end('SIGTERM');
  const ask = () =>
    fetch(`${server.address}/health`).then(
      () => 'answered',
      () => 'refused',
    );
  await expect.poll(ask).toBe('refused');
  socket.write(body);
  await expect.poll(() => heard).toContain('HTTP/1.1 403'); // nobody made this code
  expect(await ended).toBe(0);
  rmSync(data, { recursive: true, force: true });
});

it('keeps its key for its own account', async () => {
  const server = await startOwnServer();
  expect(statSync(join(server.data, 'server.key')).mode & 0o777).toBe(0o600);
  await server.remove();
});
describeBranchDevices('devices of a branch in SQLite', async () => undefined);
