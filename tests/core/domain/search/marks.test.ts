import { describe, expect, test } from 'vitest';
import { marksIn } from '../../../../core/domain/search/marks.ts';

const marked = (text: string, terms: string[], beginnings: string[] = []) =>
  marksIn(text, { terms: new Set(terms), beginnings }, (word) => word.replace(/en$/, '')).map(
    ({ start, end }) => text.slice(start, end),
  );

describe('what is marked', () => {
  test.each([
    ['a word itself, as it is written', 'Uw DigiD-app', ['digid'], ['DigiD']],
    ['another form of it', 'Brieven van ons', ['briev'], ['Brieven']],
    ['a compound that begins or ends with it', 'De belastingbrief', ['brief'], ['belastingbrief']],
    ['not a short word that is in another by chance', 'Werkwijze', ['ij', 'wij'], []],
    ['words with marks on them', 'Cliënt', ['client'], ['Cliënt']],
  ])('is %s', (_, text, terms, expected) => expect(marked(text, terms)).toEqual(expected));

  test('is a word that begins as it was typed so far', () => {
    expect(marked('Huurtoeslag voor de huur', [], ['huurt'])).toEqual(['Huurtoeslag']);
  });
});
