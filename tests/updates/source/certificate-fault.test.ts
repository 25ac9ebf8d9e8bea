import { expect, test } from 'vitest';
import { certificateFault } from '../../../updates/source/certificate-fault.ts';

const faultOf = (code: string) => certificateFault(code, 'packs.example', new Date())?.fault;

test.each(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])('%s asks whether the clock is right', (code) => {
  expect(faultOf(code)).toBe('certificate-date');
});

test.each([
  ...[
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'PATH_LENGTH_EXCEEDED',
  ],
  ...[
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ],
])('%s says that something else answers', (code) => {
  expect(faultOf(code)).toBe('certificate');
});

test.each([
  ['a server that ends the line by itself', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'],
  ['what got broken on the way', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'],
  ['no network', 'ENETUNREACH'],
])('%s says nothing of who answers', (_, code) => {
  expect(faultOf(code)).toBeUndefined();
});
