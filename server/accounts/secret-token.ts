import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as base64url: 43 characters. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a token. It is random, so no salt and no slow hash is needed: nobody can try them all. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
