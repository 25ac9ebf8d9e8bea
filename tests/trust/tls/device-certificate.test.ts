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
  // Node reads it with OpenSSL.
  const certificate = new X509Certificate(deviceCertificate(makeDeviceKey().key));
  expect(certificate.signatureAlgorithm).toBe('ED25519');
  expect(certificate.validFrom).toBe('Jan  1 00:00:00 2000 GMT');
  expect(certificate.validTo).toBe('Dec 31 23:59:59 9999 GMT');
  // The version stands at the front: [0] INTEGER 2.
  expect(certificate.raw.toString('hex')).toMatch(/^3081..3081..a003020102/);
});
