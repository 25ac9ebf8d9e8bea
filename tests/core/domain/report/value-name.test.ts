import { expect, test } from 'vitest';
import { monthName, valueName } from '../../../../core/domain/report/value-name.ts';
import { FIXED_VALUES, type Variable } from '../../../../core/domain/report/variables.ts';

test('every value of a fixed list has a name in Dutch and in English', () => {
  for (const [variable, values] of Object.entries(FIXED_VALUES))
    for (const value of values)
      for (const language of ['nl', 'en'])
        expect(valueName(variable as Variable, value, language), `${variable} ${value}`).not.toBe(value);
});

test('a language without words of its own gets the Dutch ones', () => {
  expect(valueName('channel', 'desk', 'ar')).toBe('Balie');
});

test('days, hours, months and languages are written as people do', () => {
  expect(valueName('weekday', '0', 'nl')).toBe('maandag');
  expect(valueName('hour', '09', 'nl')).toBe('9–10');
  expect(valueName('language', 'ar', 'nl')).toBe('Arabisch');
  expect(valueName('language', 'und', 'nl')).toBe('Een andere taal');
  expect(monthName('2026-11', 'en')).toBe('November 2026');
});

test('lists of a library have its own names, and a name that nobody knows any more is its id', () => {
  const own = {
    organization: { duo: 'DUO' },
    'sub-category': { digid: 'DigiD' },
    place: { computers: 'Bij de computers' },
  };
  expect(valueName('organization', 'duo', 'nl', own)).toBe('DUO');
  expect(valueName('organization', 'svb', 'nl', own)).toBe('svb');
  expect(valueName('organization', '-', 'nl', own)).toBe('Geen organisatie');
  expect(valueName('sub-category', 'course/digid', 'nl', own)).toBe('DigiD');
  expect(valueName('sub-category', 'course/-', 'nl')).toBe('Niet verder ingedeeld');
  expect(valueName('place', 'computers', 'nl', own)).toBe('Bij de computers');
  expect(valueName('place', '-', 'nl', own)).toBe('Niet ingevuld');
});
