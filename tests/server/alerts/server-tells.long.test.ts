// A server that runs, with a real repository, a real mail server and a receiver of webhooks.
import { createHmac } from 'node:crypto';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import type { AlertSettings } from '../../../server/alerts/alert-settings.ts';
import { makeLog } from '../../../server/http/log.ts';
import { addLibrary } from '../../../server/organisations/libraries.ts';
import { startServer } from '../../../server/start-server.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { aClock } from '../../builders/a-clock.ts';
import { aMailServer } from '../../builders/a-mail-server.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it('warns a library by mail and webhook before what it publishes runs out, and says when that is mended', async () => {
  const start = new Date();
  const repository = await aRepository(start);
  await repository.publish(1, {}, { now: start });
  await repository.refresh(start);
  const data = aDataFolder();
  const copy = () => cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  copy();
  const store = await openServerStore({ data });
  await addLibrary(store, 'bieb', 'Bibliotheek', start);
  await store.close();

  const secret = Buffer.alloc(32, 1);
  const mail = await aMailServer();
  const hooks: { subject: string; good: boolean }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = request.headers;
      const mac = createHmac('sha256', secret).update(`${id}.${time}.${body}`).digest('base64');
      hooks.push({ subject: JSON.parse(body).text.subject, good: signature === `v1,${mac}` });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const url = new URL(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`);
  const alerts: AlertSettings = {
    rules: USUAL_RULES,
    mail: {
      ...{ host: 'localhost', port: mail.port, tls: 'starttls', user: 'balie', password: 'open' },
      ...{ ca: mail.ca, from: 'balie@server.example' },
    },
    libraries: new Map([['bieb', { language: 'en', mail: ['kees@bieb.example'], webhook: { url, secret } }]]),
  };
  const clock = aClock(start.toISOString());
  const lines: string[] = [];
  const log = makeLog({ write: (line: string) => void lines.push(line) });
  const server = await startServer({ data }, { port: 0 }, log, undefined, { alerts }, clock);
  const logged = (name: string) => lines.filter((line) => JSON.parse(line).msg === name).length;
  const heard = () => [hooks.length, mail.arrived.length].join();

  await clock.pass(11 * MINUTE);
  await clock.pass(17 * DAY, () => logged('alerts') === 1); // a timestamp holds for 30 days
  await clock.pass(MINUTE, () => heard() === '1,1');
  expect(hooks[0]).toEqual({ good: true, subject: expect.stringMatching(/^Bibliotheek: the signature/) });
  expect(mail.arrived[0]?.to).toEqual(['kees@bieb.example']);
  await repository.refresh(clock.now());
  copy();
  await clock.pass(6 * MINUTE, () => logged('alerts') === 2);
  await clock.pass(MINUTE, () => heard() === '2,2');
  expect(hooks[1]?.subject).toBe('Bibliotheek: the signature holds long enough again');
  await server.stop();
  expect(lines.join('')).not.toContain('kees@bieb.example');
});
