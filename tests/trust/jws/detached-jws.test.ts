import { createHmac, createPublicKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  signDetached,
  signerOf,
  verifyDetached,
  verifyDetachedAside,
} from '../../../trust/jws/detached-jws.ts';
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

/** The order of the group of Ed25519 (RFC 8032): a signature with it added would hold as well, if nobody looked. */
const ORDER = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

function moved(signature: string): string {
  const bytes = Buffer.from(signature, 'base64url');
  const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + ORDER;
  const after = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
  return Buffer.concat([bytes.subarray(0, 32), after]).toString('base64url');
}

describe('is taken in one spelling only', () => {
  const FIXED = { alg: 'EdDSA', b64: false, crit: ['b64'], kid: 'a-device', typ: KIND };
  const text = JSON.stringify(FIXED);
  const [header = '', , signature = ''] = jws.split('.');
  /** Signed by the right key, over the header as it stands there: only the spelling is wrong. */
  const spelled = (written: string) => {
    const encoded = Buffer.from(written).toString('base64url');
    return `${encoded}..${sign(null, Buffer.concat([Buffer.from(`${encoded}.`), body]), key).toString('base64url')}`;
  };
  /** The same bytes: the last letter carries bits that nobody reads. */
  const otherEnd = (encoded: string) => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return `${encoded.slice(0, -1)}${letters[letters.indexOf(encoded.slice(-1)) ^ 1]}`;
  };
  const padded = `${text.slice(0, -1)},"pad":"${'x'.repeat((4 - (text.length % 3)) % 3)}"}`;
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const hmac = (alg: string, hash: string, secret: string | Buffer) => {
    const encoded = Buffer.from(JSON.stringify({ ...FIXED, alg })).toString('base64url');
    const mac = createHmac(hash, secret).update(`${encoded}.`).update(body).digest();
    return `${encoded}..${Buffer.concat([mac, mac]).subarray(0, 64).toString('base64url')}`;
  };

  it('the right one, made by hand', async () => {
    expect(verifyDetached(body, spelled(text), known, KIND)).toBe(true);
    expect(await verifyDetachedAside(body, spelled(text), known, KIND)).toBe(true);
  });

  it.each([
    ['HS256 with the public key as secret', hmac('HS256', 'sha256', String(x))],
    ['HS512 with the bytes of the public key', hmac('HS512', 'sha512', Buffer.from(String(x), 'base64url'))],
    ['another curve', spelled(JSON.stringify({ ...FIXED, alg: 'ES256' }))],
    ['none, signed all the same', spelled(JSON.stringify({ ...FIXED, alg: 'none' }))],
    ['a small letter', spelled(text.replace('EdDSA', 'eddsa'))],
    ['b64 true', spelled(JSON.stringify({ ...FIXED, b64: true }))],
    ['b64 left out', spelled(JSON.stringify({ ...FIXED, b64: undefined }))],
    ['crit left out', spelled(JSON.stringify({ ...FIXED, crit: undefined }))],
    ['an empty crit', spelled(JSON.stringify({ ...FIXED, crit: [] }))],
    ['a crit that nobody knows', spelled(JSON.stringify({ ...FIXED, crit: ['b64', 'exp'], exp: 1 }))],
    ['another kind', spelled(JSON.stringify({ ...FIXED, typ: 'balie-acknowledgement' }))],
    ['a member twice', spelled(text.replace('{', '{"alg":"none",'))],
    ['a second kid', spelled(text.replace('"kid":', '"kid":"another","kid":'))],
    ['white space', spelled(text.replace(':', ': '))],
    ['a line at the end', spelled(`${text}\n`)],
    [
      'members in another order',
      spelled(JSON.stringify(Object.fromEntries(Object.entries(FIXED).reverse()))),
    ],
    ['a letter as an escape', spelled(text.replace('EdDSA', '\\u0045dDSA'))],
    ['a member more', spelled(padded)],
    ['a signature whose last letter differs', `${header}..${otherEnd(signature)}`],
    ['padding', `${jws}==`],
    ['the alphabet of base64', jws.replaceAll('-', '+').replaceAll('_', '/').replace('..', '..+')],
    ['a payload within', `${header}.${body.toString('base64url')}.${signature}`],
    ['a signature that was moved by the order of the curve', `${header}..${moved(signature)}`],
  ])('not %s', async (_, forged) => {
    expect(verifyDetached(body, forged, known, KIND)).toBe(false);
    expect(await verifyDetachedAside(body, forged, known, KIND)).toBe(false);
  });
});

it('opens no key of another kind', () => {
  expect(() => openDeviceKey('no key')).toThrow();
  expect(() => publicDeviceKey('short')).toThrow();
});
