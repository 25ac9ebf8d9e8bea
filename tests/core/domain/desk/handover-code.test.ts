import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  HandoverCode,
  makeHandoverCode,
  writeHandoverCode,
} from '../../../../core/domain/desk/handover-code.ts';

/** The letters that a code may have, as a person would list them. */
const LETTERS = [...'23456789ABCDEFGHJKMNPQRSTVWXY'];

/** Chance with a seed: the bytes of a chain of digests. */
function seeded(seed: number): (bytes: number) => Uint8Array {
  let block = createHash('sha256').update(String(seed)).digest();
  return (bytes) => {
    block = createHash('sha256').update(block).digest();
    return block.subarray(0, bytes);
  };
}
const code = fc.integer().map((seed) => makeHandoverCode(seeded(seed)));
const letter = fc.constantFrom(...LETTERS);
const isTaken = (text: string) => HandoverCode.safeParse(text).success;

it('makes the same code of the same chance, and reads what it wrote', () => {
  expect(makeHandoverCode(seeded(7))).toBe(makeHandoverCode(seeded(7)));
  fc.assert(
    fc.property(code, (made) => {
      const written = writeHandoverCode(made);
      expect(written).toMatch(/^[2-9A-HJKMNP-TV-Y]{3}(-[2-9A-HJKMNP-TV-Y]{3}){2}$/);
      expect(HandoverCode.parse(written)).toBe(made);
      expect(HandoverCode.parse(` ${written.toLowerCase().replaceAll('-', ' ')} `)).toBe(made);
      expect(HandoverCode.parse(made.replaceAll('2', 'z'))).toBe(made);
    }),
  );
});

it('finds every wrong letter, and any two that changed places', () => {
  fc.assert(
    fc.property(code, fc.nat(8), letter, fc.nat(8), (made, at, other, with_) => {
      const wrong = made.slice(0, at) + other + made.slice(at + 1);
      expect(isTaken(wrong)).toBe(wrong === made);
      const signs = [...made];
      [signs[at], signs[with_]] = [signs[with_] as string, signs[at] as string];
      expect(isTaken(signs.join(''))).toBe(signs.join('') === made);
    }),
    { numRuns: 2_000 },
  );
});

it('uses every letter about as often as any other', () => {
  const counts = new Map<string, number>();
  const random = seeded(1);
  for (let made = 0; made < 5_000; made++)
    for (const each of makeHandoverCode(random).slice(0, 8)) counts.set(each, (counts.get(each) ?? 0) + 1);
  expect([...counts.keys()].sort()).toEqual(LETTERS);
  // 40,000 letters: 1,379 of each, with a spread of 36. Bytes taken modulo 29 would give some of them 150 more.
  for (const count of counts.values()) expect(Math.abs(count - 40_000 / 29)).toBeLessThan(5 * 36);
});

it.each([
  '',
  '7K2',
  '7K2-MQ9-XB',
  '7K2-MQ9-XBBB',
  '000-000-000',
  '<script>',
  '１２３４５６７８９',
  'x'.repeat(41),
  '7'.repeat(9_000),
])('takes no other text: "%s"', (text) => {
  expect(isTaken(text)).toBe(false);
});
