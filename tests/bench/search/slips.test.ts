import { describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../bench/search/chance.ts';
import { SLIPS, withSlip } from '../../../bench/search/slips.ts';
import { slipsBetween } from '../../../core/domain/search/typing.ts';

const WORDS = ['toeslagen', 'wonen', 'mensen'];
const many = (slip: (typeof SLIPS)[number]) => {
  const chance = chanceFrom(1);
  return Array.from({ length: 200 }, () => withSlip(WORDS, slip, chance) as string);
};

describe('a question with a slip', () => {
  test.each(SLIPS)('%s: is one slip away from what was meant, every time', (slip) => {
    for (const asked of many(slip)) expect(slipsBetween(asked, WORDS.join(' '), 2), asked).toBe(1);
  });

  test('has the slip that is asked for', () => {
    const meant = WORDS.join(' ');
    for (const asked of many('first letter'))
      expect(asked.split(' ').filter((word, at) => word[0] !== WORDS[at]?.[0])).toHaveLength(1);
    for (const asked of many('wrong'))
      expect(asked.split(' ').map((word) => word[0])).toEqual(WORDS.map((word) => word[0]));
    for (const asked of many('missing')) expect(asked).toHaveLength(meant.length - 1);
    for (const asked of many('doubled')) expect(asked).toMatch(/(.)\1/);
    for (const asked of many('swapped')) expect([...asked].sort()).toEqual([...meant].sort());
    for (const asked of many('split')) expect(asked.split(' ')).toHaveLength(WORDS.length + 1);
    for (const asked of many('joined')) expect(asked.split(' ')).toHaveLength(WORDS.length - 1);
  });

  test('is none where the slip cannot be made', () => {
    const chance = chanceFrom(1);
    expect(withSlip(['huur'], 'joined', chance)).toBeUndefined();
    expect(withSlip(['wmo'], 'wrong', chance)).toBeUndefined();
    expect(withSlip(['brief'], 'split', chance)).toBeUndefined();
  });
});
