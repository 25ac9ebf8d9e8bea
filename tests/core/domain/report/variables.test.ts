import { expect, test } from 'vitest';
import { FIXED_VALUES, monthOf, VARIABLES, valuesOf } from '../../../../core/domain/report/variables.ts';
import { aQuestion } from '../desk/a-question.ts';

test('a question counts once in each variable', () => {
  const question = aQuestion({ at: '2026-11-26T14', subCategory: 'digid', place: 'computers', nth: 2 });
  expect(valuesOf(question)).toEqual({
    ...{ category: 'digital-contact', 'sub-category': 'digital-contact/digid', organization: '-' },
    ...{ channel: 'desk', duration: '5-15', outcome: 'answered', language: 'nl', visitor: 'further' },
    place: 'computers',
    ...{ hour: '14', weekday: '3', 'week-hour': '3 14', day: '26' },
  });
  expect(valuesOf(aQuestion()).place).toBe('-');
  expect(monthOf(question)).toBe('2026-11');
  expect(Object.keys(valuesOf(question)).sort()).toEqual([...VARIABLES].sort());
});

test('a value of a fixed list is on it', () => {
  const values = valuesOf(aQuestion());
  for (const variable of VARIABLES)
    if (FIXED_VALUES[variable] !== undefined) expect(FIXED_VALUES[variable]).toContain(values[variable]);
  expect(FIXED_VALUES.hour).toHaveLength(24);
});
