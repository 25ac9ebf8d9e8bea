import { expect, test } from 'vitest';
import { isMonthName } from '../../../../core/domain/desk/month-names.ts';

test.each([
  ['Dutch, with a capital', 'Maart'],
  ['English', 'december'],
  ['Turkish', 'ağustos'],
  ['Polish, alone', 'styczeń'],
  ['Polish, behind a day', 'stycznia'],
  ['Ukrainian, behind a day', 'березня'],
  ['Arabic, by the calendar of the Netherlands', 'يناير'],
  ['written with a letter that is made of two', 'styczen\u0301'],
  ['French, without its accent', 'aout'],
  ['Polish, without its accent', 'pazdziernika'],
])('is the name of a month: %s', (_, word) => {
  expect(isMonthName(word)).toBe(true);
});

test.each(['mrt', 'maartje', 'maandag', 'rekening', ''])('"%s" is none', (word) => {
  expect(isMonthName(word)).toBe(false);
});
