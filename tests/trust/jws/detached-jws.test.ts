import { describe, expect, it } from 'vitest';
import { signDetached, signerOf, verifyDetached } from '../../../trust/jws/detached-jws.ts';
import { deviceKeyOf, makeDeviceKey, openDeviceKey, publicDeviceKey } from '../../../trust/jws/device-key.ts';

const KIND = 'balie-batch';
const { key, text } = makeDeviceKey();
const known = publicDeviceKey(deviceKeyOf(key));
const body = Buffer.from('{"items":[]}');
const jws = signDetached(body, key, 'a-device', KIND);
const headed = (header: object) =>
  `${Buffer.from(JSON.stringify(header)).toString('base64url')}..${jws.split('.')[2]}`;

it('holds for the bytes it was made over, with the key that a file keeps', () => {
  expect(verifyDetached(body, jws, known, KIND)).toBe(true);
  expect(signerOf(jws, KIND)).toBe('a-device');
  expect(deviceKeyOf(openDeviceKey(text))).toBe(deviceKeyOf(key));
});

describe('does not hold', () => {
  it('for other bytes', () => {
    expect(verifyDetached(Buffer.from('{"items":[1]}'), jws, known, KIND)).toBe(false);
  });
  it('with the key of another device', () => {
    expect(verifyDetached(body, jws, publicDeviceKey(deviceKeyOf(makeDeviceKey().key)), KIND)).toBe(false);
  });
  it('as a signature of another kind', () => {
    expect(verifyDetached(body, jws, known, 'balie-acknowledgement')).toBe(false);
    expect(signerOf(jws, 'balie-acknowledgement')).toBeUndefined();
  });
  it.each([
    ['no signature at all', { alg: 'none', b64: false, crit: ['b64'], kid: 'a-device', typ: KIND }],
    ['a shared secret', { alg: 'HS256', b64: false, crit: ['b64'], kid: 'a-device', typ: KIND }],
    ['a body as base64', { alg: 'EdDSA', kid: 'a-device', typ: KIND }],
    [
      'a key that came along',
      { alg: 'EdDSA', b64: false, crit: ['b64'], kid: 'a-device', typ: KIND, jwk: {} },
    ],
    ['nobody', { alg: 'EdDSA', b64: false, crit: ['b64'], typ: KIND }],
  ])('when its header tells of %s', (_, header) => {
    expect(signerOf(headed(header), KIND)).toBeUndefined();
    expect(verifyDetached(body, headed(header), known, KIND)).toBe(false);
  });
  it.each([
    '',
    '..',
    'a.b.c',
    `${jws}.`,
    jws.slice(0, -1),
    `${'A'.repeat(100_000)}..${'A'.repeat(86)}`,
    `${Buffer.from('null').toString('base64url')}..${'A'.repeat(86)}`,
    `${Buffer.from('no json').toString('base64url')}..${'A'.repeat(86)}`,
  ])('when it is no signature: %.20s', (text) => {
    expect(verifyDetached(body, text, known, KIND)).toBe(false);
  });
});

it('opens no key of another kind', () => {
  expect(() => openDeviceKey('no key')).toThrow();
  expect(() => publicDeviceKey('short')).toThrow();
});
