// In a file of its own: it changes whom this process believes, and makes certificates with a program of Debian's.
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { askServer } from '../../../updates/outbox/ask-server.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import { readWhole, SourceError } from '../../../updates/source/source.ts';
import { aCertificate, aCertificateOf, type TestCertificate } from '../../builders/a-certificate.ts';

const answer = (_: unknown, response: { end: (text: string) => void }) => response.end('{}');

async function portOf(server: Server & { closeAllConnections: () => void }): Promise<number> {
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '0.0.0.0', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

const serve = ({ key, cert }: TestCertificate) =>
  portOf(createServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer));

function believe({ cert }: TestCertificate): void {
  const believed = getCACertificates('default');
  onTestFinished(() => setDefaultCACertificates(believed));
  setDefaultCACertificates([...believed, readFileSync(cert, 'utf8')]);
}

async function ask(port: number, host = 'localhost'): Promise<string> {
  try {
    return String(await readWhole(httpSource(`https://${host}:${port}/`), 'metadata/timestamp.json', 100));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return `${error.fault}: ${error.message}`;
  }
}

test('a server that proves who it is, is read', async () => {
  const certificate = aCertificate();
  believe(certificate);
  expect(await ask(await serve(certificate))).toBe('{}');
});

// A clock in 1970 sees every certificate as one that is not valid yet, and a clock in 2040 as one that has expired.
test.each<[string, number, number, RegExp]>([
  ['begins after today', 2090, 2091, /^certificate-date: .* is not valid yet .* Is that right\?/],
  ['ended before today', 2001, 2002, /^certificate-date: .* has expired .* Is that right\?/],
])(
  'a certificate that %s: the clock of the screen is doubted, and not the network',
  async (_, from, until, said) => {
    const certificate = aCertificateOf(from, until);
    believe(certificate);
    const told = await ask(await serve(certificate));
    expect(told).toMatch(said);
    expect(told).toContain(`says ${new Date().toISOString().slice(0, 10)}`);
  },
);

test('a certificate that nobody vouches for, or of another name, is of something that answers in its place', async () => {
  const certificate = aCertificate();
  const port = await serve(certificate);
  expect(await ask(port)).toMatch(/^certificate: .*DEPTH_ZERO_SELF_SIGNED_CERT/);
  believe(certificate);
  // Everything from 127.0.0.0 to 127.255.255.255 is this machine, and not in its certificate.
  expect(await ask(port, '127.0.0.2')).toMatch(/^certificate: .*ERR_TLS_CERT_ALTNAME_INVALID/);
});

test('so is what does not know https at all', async () => {
  expect(await ask(await portOf(createPlainServer(answer)))).toMatch(/^certificate: /);
});

test('what a kiosk tells its own server goes by the same', async () => {
  const told = (port: number) =>
    askServer(new URL(`https://localhost:${port}/`), 'x', { method: 'GET', headers: {}, mostBytes: 100 });
  await expect(told(await serve(aCertificate()))).rejects.toMatchObject({ fault: 'certificate' });
  const ended = aCertificateOf(2001, 2002);
  believe(ended);
  await expect(told(await serve(ended))).rejects.toMatchObject({ fault: 'certificate-date' });
});
