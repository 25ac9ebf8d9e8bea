import { describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../bench/search/chance.ts';
import { madeUpContent, stockOf } from '../../../bench/search/made-up-content.ts';
import { wordsIn } from '../../../core/domain/search/words-in.ts';

const TEXT = {
  title: 'Huurtoeslag aanvragen bij de gemeente',
  summary: 'Geld voor de huur van uw huis.',
  body: 'U vraagt het geld aan met DigiD. De gemeente helpt u met de brief.',
};

const make = (seed: number) => {
  const chance = chanceFrom(seed);
  return [...madeUpContent(stockOf([TEXT], chance), { articles: 40, services: 10 }, chance)];
};

describe('made-up content', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(make(1)).toEqual(make(1));
    expect(make(2)).not.toEqual(make(1));
  });

  test('is as much as was asked for, and no title is there twice', () => {
    const documents = make(1);
    expect(documents.map(({ kind }) => kind).filter((kind) => kind === 'service')).toHaveLength(10);
    expect(new Set(documents.map(({ texts }) => texts['nl']?.title)).size).toBe(50);
  });

  test('has the words of the real texts, and others that are rarer', () => {
    const words = make(1).flatMap(({ texts }) => wordsIn(texts['nl']?.title ?? '').map(({ word }) => word));
    const real = new Set(wordsIn(Object.values(TEXT).join(' ')).map(({ word }) => word));
    const part = words.filter((word) => real.has(word)).length / words.length;
    expect(part).toBeGreaterThan(0.4);
    expect(part).toBeLessThan(0.9);
  });
});
