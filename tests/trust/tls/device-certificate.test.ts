import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { deviceKeyOf, makeDeviceKey } from '../../../trust/jws/device-key.ts';
import { deviceCertificate } from '../../../trust/tls/device-certificate.ts';

test('a certificate holds the key of its device, is signed by it, and says nothing else', () => {
  for (let times = 0; times < 20; times++) {
    const { key } = makeDeviceKey();
    const certificate = new X509Certificate(deviceCertificate(key));
    expect(certificate.publicKey.export({ format: 'jwk' }).x).toBe(deviceKeyOf(key));
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.verify(new X509Certificate(deviceCertificate(makeDeviceKey().key)).publicKey)).toBe(
      false,
    );
    expect(certificate.subject).toBe('CN=balie');
    expect(certificate.issuer).toBe('CN=balie');
    expect(certificate.subjectAltName).toBeUndefined();
  }
});

test('OpenSSL reads it: version 3, Ed25519, good for as long as there are certificates', () => {
  const pem = deviceCertificate(makeDeviceKey().key);
  const text = execFileSync('openssl', ['x509', '-noout', '-text'], { input: pem, encoding: 'utf8' });
  expect(text).toContain('Version: 3 (0x2)');
  expect(text).toContain('Signature Algorithm: ED25519');
  expect(text).toContain('Not Before: Jan  1 00:00:00 2000 GMT');
  expect(text).toContain('Not After : Dec 31 23:59:59 9999 GMT');
});
