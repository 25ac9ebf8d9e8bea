// In a file of its own: it changes whom this process believes, and makes a certificate with a program of Debian's.
import { readFileSync } from 'node:fs';
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { plainConnection } from '../../../updates/fetch/plain-connection.ts';
import { aCertificate } from '../../builders/a-certificate.ts';

const PATIENCE = { quietMs: 600_000, leastBytesPerSecond: 1 };
const WHOLE = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ntwaalf';

test('a server proves over https who it is, by whom the machine believes and by its name', async () => {
  const { key, cert } = aCertificate();
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => void socket.write(WHOLE));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as { port: number };
  const believed = getCACertificates('default');
  onTestFinished(async () => {
    setDefaultCACertificates(believed);
    await new Promise((resolve) => void server.close(resolve));
  });
  const from = async (host: string) => {
    const connection = plainConnection({ address: `https://${host}:${port}/`, patience: PATIENCE });
    try {
      const room = Buffer.alloc(6);
      const came = await connection.fill('blobs/a', room);
      return `${came} ${room.subarray(0, came).toString()}`;
    } finally {
      connection.close();
    }
  };
  expect(await from('localhost')).toBe('0 ');
  setDefaultCACertificates([...believed, readFileSync(cert, 'utf8')]);
  expect([await from('localhost'), await from('127.0.0.1')]).toEqual(['6 twaalf', '6 twaalf']);
  // Everything from 127.0.0.0 to 127.255.255.255 is this machine, and not in its certificate.
  expect(await from('127.0.0.2')).toBe('0 ');
});
