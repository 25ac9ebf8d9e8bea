import { describe, expect, it } from 'vitest';
import { marksOf, needlessParts, spreadOut } from '../../../../core/domain/check/needless-parts.ts';
import type { Answers, Condition } from '../../../../core/domain/condition.ts';
import { TODAY } from '../../../builders/today.ts';

const SETTING = { today: TODAY, parameters: {} };
const AT = ['next', 0, 'when'];
const AGES: readonly Answers[] = [10, 18, 30, 70].map((leeftijd) => ({ leeftijd }));
const over = (years: number): Condition => ({ answer: 'leeftijd', at_least: years });
const under = (years: number): Condition => ({ answer: 'leeftijd', less_than: years });

function needless(condition: Condition, coming = AGES, read = coming) {
  const spread = spreadOut(condition, AT) ?? expect.fail('nothing could be left out');
  return needlessParts(spread, coming, read, SETTING).map(({ field, why }) => [
    field.slice(3).join('.'),
    why,
  ]);
}

describe('a condition of which parts could be left out', () => {
  it.each<[string, Condition]>([
    ['a single test', over(18)],
    ['a single test turned round', { not: over(18) }],
    ['a list of one', { and: [over(18)] }],
  ])('is not %s', (_, condition) => {
    expect(spreadOut(condition, AT)).toBeUndefined();
  });

  it('has `one_of` as an `or`, each value with its place in the file', () => {
    const spread = spreadOut({ answer: 'woning', one_of: ['huis', 'kamer'] }, AT);
    expect(spread?.whole).toEqual({
      or: [
        { answer: 'woning', is: 'huis' },
        { answer: 'woning', is: 'kamer' },
      ],
    });
    expect([...(spread?.fields.values() ?? [])]).toContainEqual([...AT, 'one_of', 1]);
  });

  it('marks answers alike that all its tests judge alike', () => {
    const spread = spreadOut({ and: [over(18), under(67)] }, AT) ?? expect.fail('it has two parts');
    const marks = AGES.map((answers) => marksOf(spread, answers, SETTING));
    expect(marks).toEqual(['no,yes', 'yes,yes', 'yes,yes', 'yes,no']);
  });
});

describe('a part that does nothing', () => {
  it('is not one that decides for somebody', () => {
    expect(needless({ and: [over(18), under(67)] })).toEqual([]);
  });

  it('always holds', () => {
    expect(needless({ and: [over(18), over(1)] })).toEqual([['and.1', 'always']]);
  });

  it('never holds', () => {
    expect(needless({ or: [over(18), over(100)] })).toEqual([['or.1', 'never']]);
  });

  it('says what the rest says already: the last of two alike', () => {
    expect(needless({ and: [over(18), over(18)] })).toEqual([['and.1', 'said-already']]);
  });

  it('holds for nobody whom the rules above left', () => {
    const left = AGES.filter(({ leeftijd }) => Number(leeftijd) >= 18);
    expect(needless({ or: [under(18), over(67)] }, AGES, left)).toEqual([['or.0', 'never']]);
  });

  it('is found below a `not`, where it works the other way round', () => {
    expect(needless({ not: { and: [over(18), over(1)] } })).toEqual([['not.and.1', 'always']]);
    const young = AGES.filter(({ leeftijd }) => Number(leeftijd) < 18);
    expect(needless({ not: { or: [under(18), over(67)] } }, AGES, young)).toEqual([['not.or.0', 'always']]);
  });
});
