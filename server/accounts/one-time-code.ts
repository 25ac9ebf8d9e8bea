import { Secret, TOTP } from 'otpauth';

/** What every authenticator app knows (RFC 6238); a code of half a minute ago, and of the next one, is good too. */
const CODES = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const STEPS_ASIDE = 1;

/** A new secret for an authenticator app, in base32. */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a QR code. */
export function totpUri(secret: string, account: string, library: string | null): string {
  return new TOTP({
    ...CODES,
    issuer: 'Balie',
    label: library === null ? account : `${account} (${library})`,
    secret: Secret.fromBase32(secret),
  }).toString();
}

/** The step of time that a code is of; undefined when it is not of now. That it was not used before is for the store to say. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const totp = new TOTP({ ...CODES, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const aside = totp.validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: STEPS_ASIDE });
  return aside === null ? undefined : totp.counter({ timestamp }) + aside;
}
