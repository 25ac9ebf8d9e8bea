import { z } from 'zod';

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * A public key of age (X25519, C2SP age): `age1` and 58 letters. Its last six are a checksum (Bech32, BIP 173), so a slip of the pen is
 * found here, and nothing is ever written that nobody can read.
 */
export const AgeRecipient = z
  .string()
  .regex(/^age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}$/, 'is no public key of age, as in age1…')
  .refine((text) => hasGoodSum(text.slice(4)), { error: 'has a slip in it: its checksum is another one' });
export type AgeRecipient = z.infer<typeof AgeRecipient>;

function hasGoodSum(data: string): boolean {
  const prefix = [...'age'].map((letter) => letter.charCodeAt(0));
  const values = [
    ...prefix.map((code) => code >> 5),
    0,
    ...prefix.map((code) => code & 31),
    ...[...data].map((letter) => LETTERS.indexOf(letter)),
  ];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((each, bit) => {
      if ((top >>> bit) & 1) sum ^= each;
    });
  }
  return sum >>> 0 === 1;
}
