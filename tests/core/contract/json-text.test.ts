import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readText, writeText } from '../../../core/contract/json-text.ts';

it('gives a value back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(readText(writeText(value)))).toBe(JSON.stringify(value));
    }),
  );
});

it('says that a text is none', () => {
  expect(() => readText('{' as never)).toThrow(SyntaxError);
});
