import { expect, test } from 'vitest';
import { allOf, anyOf, tellingOf, termQuery } from '../../../../core/domain/search/asked.ts';

test('a rare word tells more than a common one', () => {
  expect(tellingOf(0)).toBe(1);
  expect(tellingOf(3)).toBeGreaterThan(tellingOf(300));
});

test('queries are put together for FTS5', () => {
  expect(termQuery('huur')).toBe('"huur"');
  expect(termQuery('huur', true)).toBe('"huur"*');
  expect(allOf(['"a"'])).toBe('"a"');
  expect(anyOf(['"a"', '"a"'])).toBe('"a"');
  expect(allOf([anyOf(['"a"', '"b"']), '"c"'])).toBe('(("a" OR "b") AND "c")');
});
