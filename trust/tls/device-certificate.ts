import { createPublicKey, type KeyObject, sign } from 'node:crypto';

// DER (X.690): a tag, a length, and what is in it.
const [INTEGER, BIT_STRING, OBJECT, UTF8, TIME, SEQUENCE, SET] = [2, 3, 6, 12, 24, 48, 49] as const;
/** [0] EXPLICIT: the version of a certificate. */
const VERSION = 0xa0;

/** id-Ed25519 (RFC 8410): the algorithm has no parameters. */
const ED25519 = der(SEQUENCE, der(OBJECT, Buffer.from('2b6570', 'hex')));
/** id-at-commonName (X.520). It says nothing of which device this is: the key does. */
const NAME = der(
  SEQUENCE,
  der(SET, der(SEQUENCE, der(OBJECT, Buffer.from('550403', 'hex')), der(UTF8, Buffer.from('balie')))),
);
/** From before any device to the last moment that a certificate can name (RFC 5280, 4.1.2.5): clocks of devices are wrong, and their keys are trusted by a list. */
const ALWAYS = der(
  SEQUENCE,
  der(TIME, Buffer.from('20000101000000Z')),
  der(TIME, Buffer.from('99991231235959Z')),
);

/**
 * A certificate (X.509 v3, RFC 5280) in PEM that holds the public half of an Ed25519 key and is signed by itself. TLS wants a key in
 * this shape; nothing in it is believed but that key, of which the handshake proves that the other side holds it.
 */
export function deviceCertificate(key: KeyObject): string {
  const half = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const content = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    ...[ED25519, NAME, ALWAYS, NAME, half],
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign(null, content, key));
  const text = der(SEQUENCE, content, ED25519, signature).toString('base64');
  const lines = text.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** `content`: less than 64 kB. */
function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const { length } = Buffer.concat(content);
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), ...content]);
}
