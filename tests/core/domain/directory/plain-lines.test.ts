import { expect, test } from 'vitest';
import { withPlainLines } from '../../../../core/domain/directory/plain-lines.ts';

test.each([
  ['Windows', 'een\r\ntwee\r\n', 'een\ntwee\n'],
  ['an old Mac', 'een\rtwee', 'een\ntwee'],
  ['both, and an empty line', 'een\r\n\rtwee', 'een\n\ntwee'],
  ['Balie', 'een\ntwee', 'een\ntwee'],
])('ends lines as Balie keeps them: written by %s', (_, text, expected) => {
  expect(withPlainLines(text)).toBe(expected);
});
