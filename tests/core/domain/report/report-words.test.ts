import { expect, test } from 'vitest';
import { reportWords } from '../../../../core/domain/report/report-words.ts';
import { VARIABLES } from '../../../../core/domain/report/variables.ts';

test('a language without words of its own has the Dutch ones', () => {
  expect(reportWords('en').notShown).toBe('not shown');
  expect(reportWords('ar')).toBe(reportWords('nl'));
});

test.each(['nl', 'en'])('everything that is counted by has a heading in %s', (language) => {
  const { variables } = reportWords(language);
  const shown = VARIABLES.filter((variable) => variable !== 'day' && variable !== 'week-hour');
  expect(Object.keys(variables).sort()).toEqual([...shown].sort());
});

test('what the values of fixed lists are called is there in both languages', () => {
  const named = (language: string) => Object.keys(reportWords(language).values).sort();
  expect(named('en')).toEqual(named('nl'));
  expect(Object.values(reportWords('nl').values).every((text) => text.trim() !== '')).toBe(true);
});
