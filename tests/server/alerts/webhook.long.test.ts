import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { MaybeToldError } from '../../../server/alerts/tell-alerts.ts';
import { postAlert } from '../../../server/alerts/webhook.ts';
import { aCertificate } from '../../builders/a-certificate.ts';
import { aMessage } from '../../builders/a-message.ts';

const SECRET = Buffer.from('a secret of thirty-two bytes .  ');
const NOW = new Date('2026-11-27T14:41:07Z');

it('did not arrive where nobody listens, and not where who listens is not who the address says, or speaks in the clear', async () => {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  await new Promise((resolve) => http.close(resolve));
  const { cert, key } = aCertificate();
  const secure = createSecureServer({ cert: readFileSync(cert), key: readFileSync(key) });
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void secure.close());
  const plain = createServer();
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void plain.close());
  for (const address of [
    `http://127.0.0.1:${port}`,
    `https://127.0.0.1:${(secure.address() as AddressInfo).port}`,
    `https://127.0.0.1:${(plain.address() as AddressInfo).port}`,
  ]) {
    const error = await postAlert({ url: new URL(address), secret: SECRET }, 'nl', aMessage(), NOW).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MaybeToldError);
  }
});
