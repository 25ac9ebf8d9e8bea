import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../../core/domain/report/plain-text.ts';

test('whatever begins a formula is a text', () => {
  const begin = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '|', '＝', ' =', '\0=');
  fc.assert(
    fc.property(begin, fc.string(), (sign, rest) => {
      expect(plainText(sign + rest)).toBe(`'${sign}${rest}`);
    }),
    { seed: 20261127 },
  );
});

test('names stay as they are', () => {
  for (const name of ['Gemeente', 'Wajong & WIA', '5 tot 15 minuten', '']) expect(plainText(name)).toBe(name);
});
