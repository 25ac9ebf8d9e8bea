import { type KeyObject, sign, verify } from 'node:crypto';

/** What a detached signature says of itself. Nothing but Ed25519 exists here, so nothing can be talked down. */
const ALGORITHM = 'EdDSA';
/** The body is signed as it is, not as base64 (RFC 7797). */
const FIXED = { alg: ALGORITHM, b64: false, crit: ['b64'] } as const;
/** A header of ours has about 120 characters; a signature has 86. */
const LONGEST = 600;
const SHAPE = /^(?<header>[A-Za-z0-9_-]+)\.\.(?<signature>[A-Za-z0-9_-]{86})$/;

/**
 * Signs bytes with an Ed25519 key: a compact JWS without its payload (RFC 7515, appendix F; RFC 7797; RFC 8037).
 * `kid` says whose key it is, `typ` what is signed, so that a signature of one kind is worth nothing as another.
 */
export function signDetached(body: Uint8Array, key: KeyObject, kid: string, typ: string): string {
  const header = Buffer.from(JSON.stringify({ ...FIXED, kid, typ })).toString('base64url');
  return `${header}..${sign(null, signedBytes(header, body), key).toString('base64url')}`;
}

/** Whose signature it says it is; undefined when it is none of the kind `typ`. Nothing is proven by this. */
export function signerOf(jws: string, typ: string): string | undefined {
  const header = SHAPE.exec(jws.length > LONGEST ? '' : jws)?.groups?.header;
  if (header === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    const { kid } = read as { kid?: unknown };
    if (typeof kid !== 'string') return undefined;
    // One way to write it: what says the same in other words is not ours.
    return header === Buffer.from(JSON.stringify({ ...FIXED, kid, typ })).toString('base64url')
      ? kid
      : undefined;
  } catch {
    return undefined;
  }
}

/** True when the key made this signature over these bytes as one of the kind `typ`. Never throws. */
export function verifyDetached(body: Uint8Array, jws: string, key: KeyObject, typ: string): boolean {
  const parts = partsOf(jws, typ);
  if (parts === undefined) return false;
  try {
    return verify(null, signedBytes(parts.header, body), key, parts.signature);
  } catch {
    return false;
  }
}

/** The same answer as `verifyDetached`, found beside the event loop: for who has many to check at once. */
export async function verifyDetachedAside(
  body: Uint8Array,
  jws: string,
  key: KeyObject,
  typ: string,
): Promise<boolean> {
  const parts = partsOf(jws, typ);
  if (parts === undefined) return false;
  return new Promise((resolve) => {
    verify(null, signedBytes(parts.header, body), key, parts.signature, (error, holds) =>
      resolve(error === null && holds),
    );
  });
}

/** undefined when it is no signature of this kind, or its last letter says the same in another way. */
function partsOf(jws: string, typ: string): { header: string; signature: Buffer } | undefined {
  if (signerOf(jws, typ) === undefined) return undefined;
  const [header = '', , text = ''] = jws.split('.');
  const signature = Buffer.from(text, 'base64url');
  return signature.toString('base64url') === text ? { header, signature } : undefined;
}

function signedBytes(header: string, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${header}.`), body]);
}
