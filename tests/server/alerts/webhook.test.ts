import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { MaybeToldError } from '../../../server/alerts/tell-alerts.ts';
import { postAlert } from '../../../server/alerts/webhook.ts';
import { aMessage } from '../../builders/a-message.ts';

const SECRET = Buffer.from('a secret of thirty-two bytes .  ');
const NOW = new Date('2026-11-27T14:41:07Z');

/** A receiver of webhooks: what it heard, and how it answers. */
async function aReceiver(answer: (response: ServerResponse, path: string) => void) {
  const heard: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const http = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      heard.push({ path: String(request.url), headers: request.headers, body });
      answer(response, String(request.url));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const url = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`);
  return {
    heard,
    post: (patience?: number) => postAlert({ url, secret: SECRET }, 'nl', aMessage(), NOW, patience),
  };
}

it('is signed over its id, time and body, as Standard Webhooks says', async () => {
  const { heard, post } = await aReceiver((response) => response.writeHead(204).end());
  await post();
  const { headers, body } = heard[0] ?? { headers: {} as IncomingHttpHeaders, body: '' };
  const [id, time] = [headers['webhook-id'], headers['webhook-timestamp']];
  const mac = createHmac('sha256', SECRET).update(`${id}.${time}.${body}`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  expect([id, time]).toEqual([`${aMessage().alert.id}.opened`, '1795790467']);
  expect(JSON.parse(body)).toMatchObject({
    ...{ about: 'opened', library: 'delft', place: 'Hal', finding: { kind: 'silent', hours: 26 } },
    text: { subject: expect.stringContaining('al 26 uur geen contact') },
  });
});

it('follows nobody to another address', async () => {
  const { heard, post } = await aReceiver((response, path) =>
    path === '/hook' ? response.writeHead(302, { location: '/elsewhere' }).end() : response.end(),
  );
  await expect(post()).rejects.toThrow('answers with 302, not with 2xx');
  expect(heard.map(({ path }) => path)).toEqual(['/hook']);
});

it.each([
  ['an error', (response: ServerResponse) => response.writeHead(500).end(), '500'],
  ['a cut connection', (response: ServerResponse) => response.destroy(), 'ECONNRESET'],
  ['silence', () => undefined, 'no answer in time'],
])('did not arrive with %s', async (_, answer, why) => {
  const { post } = await aReceiver((response) => void answer(response));
  await expect(post(200)).rejects.toThrow(why);
});

it.each([
  ['no answer came in time', () => undefined],
  ['the connection was cut', (response: ServerResponse) => response.destroy()],
])('may have arrived where all of it was sent and %s', async (_, answer) => {
  const { heard, post } = await aReceiver((response) => void answer(response));
  await expect(post(200)).rejects.toBeInstanceOf(MaybeToldError);
  expect(heard).toHaveLength(1);
});

it('waits for no answer without an end', async () => {
  const { post } = await aReceiver((response) => {
    response.writeHead(200);
    const write = () => response.write('x'.repeat(100_000), () => response.destroyed || write());
    write();
  });
  await post();
});
