import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isBsn, isIban } from '../../../../core/domain/desk/check-digits.ts';

test.each([
  ['one that passes the eleven-proof', '999990019', true],
  ['with another last digit', '999990018', false],
  ['eight digits', '99999001', false],
  ['noughts alone', '000000000', false],
  ['a letter in it', '99999001a', false],
])('a BSN: %s', (_, digits, expected) => {
  expect(isBsn(digits)).toBe(expected);
});

test.each([
  ['of the Netherlands, from the registry of ISO 13616', 'NL91ABNA0417164300', true],
  ['of Belgium', 'BE68539007547034', true],
  ['with more behind it', 'NL91ABNA0417164300EN', true],
  ['with two digits changed over', 'NL19ABNA0417164300', false],
  ['cut short', 'NL91ABNA041716430', false],
  ['in small letters', 'nl91abna0417164300', false],
])('an IBAN: %s', (_, text, expected) => {
  expect(isIban(text)).toBe(expected);
});

it('finds every single digit of an IBAN that is changed', () => {
  const account = [...'NL91ABNA0417164300'];
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
      const changed = account.with(place, String((Number(account[place]) + more) % 10));
      expect(isIban(changed.join(''))).toBe(false);
    }),
  );
});
