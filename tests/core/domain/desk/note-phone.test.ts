import { expect, it } from 'vitest';
import { hasPhoneNumber } from '../../../../core/domain/desk/note-phone.ts';

it.each([
  ...[
    '06-12345678',
    '2 06-12345678',
    '612345678 2x',
    '31 6 12345678 (2)',
    '3 06*123*45678',
    '020,1234567 - 2',
  ],
  ...['+31 6 12345678', '+49 30 123456', '+49*30*123456', 'tel 3601234', 'tel 360 12 34 12 keer'],
])('is a phone number: %s', (note) => {
  expect(hasPhoneNumber(note)).toBe(true);
});

it.each([
  ...['kamer 06, 3 brieven', 'belde 09.00-17.00', 'kamer 2 09.00-17.00', 'bel 112'],
  ...['12-03 14.30-16.00', 'bon 3601234', '3 + 2 vragen', '12,50 + 3,00 + 8,00'],
])('is none: %s', (note) => {
  expect(hasPhoneNumber(note)).toBe(false);
});
