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
  ...['terugbellen 1234567', 'belt terug 1234567', 'nr 1234567', 'nr. 123-4567', 'wil bellen - nr 1234567'],
  ...['tel. 493 123456', 'bel 475 12 34 56'],
])('is a phone number: %s', (note) => {
  expect(hasPhoneNumber(note)).toBe(true);
});

it.each([
  ...['kamer 06, 3 brieven', 'belde 09.00-17.00', 'kamer 2 09.00-17.00', 'bel 112'],
  ...['12-03 14.30-16.00', 'bon 3601234', '3 + 2 vragen', '12,50 + 3,00 + 8,00'],
  ...[
    'zaak nr 1234567',
    'dossier nr. 123456',
    'zaak-nr 1234567',
    'nr 12 in de wachtrij',
    'nr 12345 van de lijst',
  ],
  ...['nummer 493123456', 'terugbellen 12 maart 10.15', 'terugbellen om 14.30', 'belt 14.30-16.30'],
])('is none: %s', (note) => {
  expect(hasPhoneNumber(note)).toBe(false);
});
