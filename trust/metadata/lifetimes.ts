import type { MetadataRole } from './read-metadata.ts';

/**
 * How many days metadata may be taken in after it was signed. Short where the server signs by itself, so that it cannot hold
 * updates back for long; long where people must come together. A kiosk goes on using what it has.
 */
const DAYS: Record<MetadataRole, number> = {
  root: 730,
  targets: 730,
  library: 365,
  snapshot: 180,
  timestamp: 30,
};

/** When metadata that is signed now expires, as TUF writes it: whole seconds, UTC. */
export function expiryOf(role: MetadataRole, now: Date): string {
  return new Date(now.getTime() + DAYS[role] * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Has it less than half of its days left? Then who can sign it does, before it stops anybody. */
export function isHalfway(role: MetadataRole, expires: string, now: Date): boolean {
  return Date.parse(expires) - now.getTime() < (DAYS[role] * 86_400_000) / 2;
}
