import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AgeRecipient } from '../../../core/domain/age-recipient.ts';

/** From the manual of age. */
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

it('takes a public key of age', () => {
  expect(AgeRecipient.parse(KEY)).toBe(KEY);
});

it('finds one letter that is another one, anywhere, and two that changed places', () => {
  const letters = [...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'];
  fc.assert(
    fc.property(fc.integer({ min: 4, max: KEY.length - 1 }), fc.constantFrom(...letters), (at, letter) => {
      const slip = `${KEY.slice(0, at)}${letter}${KEY.slice(at + 1)}`;
      expect(AgeRecipient.safeParse(slip).success).toBe(slip === KEY);
      const swapped = `${KEY.slice(0, at - 1)}${KEY[at]}${KEY[at - 1]}${KEY.slice(at + 1)}`;
      expect(AgeRecipient.safeParse(swapped).success).toBe(swapped === KEY);
    }),
  );
});

it.each(['', 'age1', KEY.toUpperCase(), `${KEY}q`, KEY.slice(0, -1), `AGE-SECRET-KEY-1${KEY.slice(4)}`])(
  'takes no other text: "%s"',
  (text) => {
    expect(AgeRecipient.safeParse(text).success).toBe(false);
  },
);
