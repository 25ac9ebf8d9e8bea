import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cellOfText, textOfCell } from '../../../../core/domain/directory/cell-text.ts';

test.each([
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['-2+3', `'-2+3`],
  ["'=1", "''=1"],
  ['\tx', `'\tx`],
  ['+31 20 123 45 67', '+31 20 123 45 67'],
  ['-12,50', '-12,50'],
  ["'s ochtends", "'s ochtends"],
  ['Taalcafé', 'Taalcafé'],
  ['', ''],
])('a cell of %j runs nothing in a spreadsheet', (text, cell) => {
  expect(cellOfText(text)).toBe(cell);
});

it('gives every text back as it was', () => {
  const signs = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', ' ', 'a');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(signs, { maxLength: 6 }).map((all) => all.join('')),
      ),
      (text) => {
        expect(textOfCell(cellOfText(text))).toBe(text);
      },
    ),
  );
});
