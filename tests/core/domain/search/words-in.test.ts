import { describe, expect, test } from 'vitest';
import { fold, wordsIn } from '../../../../core/domain/search/words-in.ts';

describe('the words of a text', () => {
  test('are folded, and say where they stand', () => {
    expect(wordsIn('DigiD-app: één code')).toEqual([
      { word: 'digid', start: 0, end: 5 },
      { word: 'app', start: 6, end: 9 },
      { word: 'een', start: 11, end: 14 },
      { word: 'code', start: 15, end: 19 },
    ]);
  });

  test('hold the apostrophe inside them, in every way it is typed', () => {
    const words = (text: string) => wordsIn(text).map(({ word }) => word);
    expect(words("I don't know")).toEqual(words('I don’t know'));
    expect(words("foto's")).toEqual(['foto']);
  });

  test.each(['', '   ', '?!', '«»…'])('%j has none', (text) => expect(wordsIn(text)).toEqual([]));
});

describe('a folded word', () => {
  test.each([
    ['accents', 'Cliënt', 'client'],
    ['Arabic vowel signs', 'مَدِينَة', 'مدينه'],
    ['the forms of an Arabic letter', 'أوراق', 'اوراق'],
    ['the stretch of an Arabic word', 'مـــن', 'من'],
    ['marks on Ukrainian letters', 'Україні', 'украіні'],
    ['Turkish letters', 'ışık', 'isik'],
    ['Polish letters', 'Łódź', 'lodz'],
    ['a ligature', 'ﬁets', 'fiets'],
  ])('has no %s', (_, written, folded) => {
    expect(fold(written)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });
});
