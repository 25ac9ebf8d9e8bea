// Whatever signs stand in it: what says who somebody is, jotted down in other plain ways, and the ordinary notes beside those.
import { expect, it } from 'vitest';
import { faultOfNote } from '../../../../core/domain/desk/note-guard.ts';

it.each([
  ...['12/mrt/1948', '12/nov/1948', '12/maart/1948', '03/aug/48', '12, maart 1948', '12_mrt_1948'],
  ...['1948-maart-12', '1948/12/maart', '1948_maart_12', 'maart/12/1948', 'mrt-12-1948', 'maart, 12, 1948'],
  ...['12-sierpnia-1948', '12/sierpnia/48', '12, agosto, 1948', '1948-sierpnia-12', '1948/12/sierpnia'],
])('a date of birth is refused: %s', (note) => {
  expect(faultOfNote(note)).toBe('birth-date');
  expect(faultOfNote(`kwam met brief, ${note}, en ging`)).toBe('birth-date');
});

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
  ...['jan (at) gmail. com', 'jan apenstaart gmail. com', 'jan at gmail . com', 'jan [at] mijn_mail.nl'],
  ...['jan(at)gmail', 'jan (at) bieb . nl', 'jan at home. nl', 'jan apenstaartje ziggo .nl'],
])('an address for mail is refused: %s', (note) => {
  expect(faultOfNote(note)).toBe('email');
});

it.each([
  ...['login jjansen werkt niet', 'DigiD, jjansen werkt niet', 'DigiD; jjansen is geblokkeerd'],
  ...['inlog jjansen doet het niet', 'inloggen met jjansen lukt niet', 'wachtwoord, Geheim werkt niet'],
  ...['DigiD. jansen', 'digid. jjansen.', 'mijnDigiD. jansen', 'gebruikersnaam. jansen'],
])('a name to sign in with is refused: %s', (note) => {
  expect(faultOfNote(note)).toBe('digid');
});

it.each([
  ...['12,50, 113,75 en 8,00 betaald', '€ 12,50, maart 2026', 'in december, 12,50 betaald'],
  ...['termijn van 8,50, januari en februari', 'betaalde 106,50 en 10,75', '0,50, 1.234,50 en 12,00'],
  ...['kamer 06, 3 brieven', 'huisnummer 12, 2 brieven', '10, 20, 30, 40 of 50 euro'],
  ...['kreeg (at) uitgelegd. Daarna mail', 'kreeg (at) uitgelegd. De rest later', 'printen at home. en dan'],
  ...['uitleg apenstaartje toetsenbord. Gelukt', 'het apenstaartje vinden. Net op tijd'],
  ...[
    'login bibliotheek',
    'login Ziggo lukt niet',
    'DigiD, Oekraïense vrouw',
    'DigiD, Syrische man',
    'DigiD. opgelost',
  ],
  ...[
    'DigiD. Daarna de brief',
    'DigiD. gelukt',
    'DigiD. afspraak gemaakt',
    'wachtwoord Ziggo mail',
    'inloggen. klaar',
  ],
])('what is ordinary stands: %s', (note) => {
  expect(faultOfNote(note)).toBeUndefined();
});
