// Numbers by which somebody is known with a comma in them, and the amounts beside those.
import { expect, it } from 'vitest';
import { faultOfNote } from '../../../../core/domain/desk/note-guard.ts';

it.each([
  ...['06,12345678', '06, 12 34 56 78', '010,1234567', '010, 123 45 67', '(010), 1234567', '0123,456789'],
  ...['bel 06,12-34-56-78', '06 , 12345678', '06,12 34 56 78'],
])('a phone number is refused: %s', (note) => {
  expect(['phone', 'bsn']).toContain(faultOfNote(note));
  expect(['phone', 'bsn']).toContain(faultOfNote(`kwam met brief, ${note}, en ging`));
});

it.each([
  'NL91,ABNA,0417,1643,00',
  'NL91, ABNA, 0417, 1643, 00',
  'op NL91 ABNA 0417 1643,00',
  'DE89,3704,0044,0532,0130,00',
])('an account of a bank is refused: %s', (note) => {
  expect(faultOfNote(note)).toBe('iban');
});

it.each([
  ...['12,50, 113,75 en 8,00 betaald', '€ 12,50, maart 2026', 'in december, 12,50 betaald'],
  ...['termijn van 8,50, januari en februari', 'betaalde 106,50 en 10,75', '0,50, 1.234,50 en 12,00'],
  ...['kamer 06, 3 brieven', 'huisnummer 12, 2 brieven', '10, 20, 30, 40 of 50 euro'],
])('what is ordinary stands: %s', (note) => {
  expect(faultOfNote(note)).toBeUndefined();
});
