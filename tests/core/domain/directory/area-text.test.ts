import { expect, test } from 'vitest';
import { areaText } from '../../../../core/domain/directory/area-text.ts';

const named = (nl: string, more: object = {}) => ({ name: { nl, ...more } });

test.each<[string, Parameters<typeof areaText>[0], string | undefined]>([
  ['one', [named('Waterrijk-Zuid')], 'Waterrijk-Zuid'],
  ['several, each once', [named('Zuid'), named('Noord'), named('Zuid')], 'Zuid en Noord'],
  [
    'its description, where it has no name, and beside its name',
    [{ description: { nl: 'rond de haven' } }, { ...named('Zuid'), description: { nl: 'tot de ring' } }],
    'rond de haven en Zuid (tot de ring)',
  ],
  [
    'in the language of the screen',
    [named('Gemeente Veldermeer', { en: 'Municipality of Veldermeer' })],
    'Gemeente Veldermeer',
  ],
  ['nothing of the whole country, which is everybody', [named('Nederland')], undefined],
  ['nothing, where the whole country is one of them', [named('Zuid'), named('heel Nederland')], undefined],
  ['nothing of an area without words', [{}], undefined],
  ['nothing where there is none', [], undefined],
])('for which area something is: %s', (_, areas, expected) => {
  expect(areaText(areas, 'nl')).toBe(expected);
});

test('an area is told in the language of the screen, else as it is written', () => {
  expect(areaText([named('Gemeente Veldermeer', { en: 'Municipality of Veldermeer' })], 'en')).toBe(
    'Municipality of Veldermeer',
  );
  expect(areaText([named('Zuid')], 'ar')).toBe('Zuid');
});
