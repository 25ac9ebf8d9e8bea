import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** The second choice of RFC 9106, section 4: 64 MiB and three passes over them, about half a second on a small kiosk. The passwords of a server cost the same. */
export const PIN_COST = { memorySize: 65_536, iterations: 3, parallelism: 4, hashLength: 32 } as const;
const SALT_BYTES = 16;

/**
 * The hash of a PIN, as a text that says how it was made (PHC format). A million PINs are soon tried, so the pepper counts: without
 * it the hash says nothing. `cost` is for tests.
 */
export function hashPin(
  pin: string,
  pepper: Uint8Array,
  cost: Readonly<Record<keyof typeof PIN_COST, number>> = PIN_COST,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return argon2id({ ...cost, password: pin, salt, secret: pepper, outputType: 'encoded' });
}

/** Is this the PIN of the hash? The pepper must be the one that it was made with. */
export async function verifyPin(pin: string, hash: string, pepper: Uint8Array): Promise<boolean> {
  return argon2Verify({ password: pin, hash, secret: pepper });
}
