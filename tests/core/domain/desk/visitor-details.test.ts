import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detailsText, LONGEST_DETAIL } from '../../../../core/domain/desk/visitor-details.ts';

it('writes a line for what is asked and was given, and for nothing else', () => {
  const given = { name: ' Anna  de Vries ', phone: '06 12 34 56 78' };
  expect(detailsText(['name', 'phone'], given)).toBe('Naam: Anna de Vries\nTelefoon: 06 12 34 56 78\n');
  expect(detailsText(['phone', 'name'], given)).toBe('Naam: Anna de Vries\nTelefoon: 06 12 34 56 78\n');
  expect(detailsText(['name'], given)).toBe('Naam: Anna de Vries\n');
  expect(detailsText(['name', 'phone'], { name: '  ', phone: '' })).toBe('');
  expect(detailsText([], given)).toBe('');
});

/** Any sequence of UTF-16, also what is no text. */
const typed = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((codes) => String.fromCharCode(...codes));

it('makes one line of whatever was typed: nobody writes a line of their own, or turns the text around', () => {
  fc.assert(
    fc.property(typed, (name) => {
      const text = detailsText(['name', 'phone'], { name });
      if (text === '') return;
      expect(text.split('\n')).toHaveLength(2);
      expect(text).not.toMatch(/[\p{Cf}\u2028\u2029]|(?!\n)\p{Cc}/u);
      expect([...text].length).toBeLessThanOrEqual('Naam: \n'.length + LONGEST_DETAIL);
      expect(Buffer.from(text).toString()).toBe(text);
    }),
  );
  expect(detailsText(['name'], { name: 'A\nTelefoon: 1\u202eB' })).toBe('Naam: A Telefoon: 1 B\n');
});
