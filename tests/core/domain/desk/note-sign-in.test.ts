import { expect, it } from 'vitest';
import { hasSignIn } from '../../../../core/domain/desk/note-sign-in.ts';

it.each([
  ...['login jjansen werkt niet', 'DigiD, jjansen werkt niet', 'DigiD; jjansen is geblokkeerd'],
  ...['inlog jjansen doet het niet', 'inloggen met jjansen lukt niet', 'wachtwoord, Geheim werkt niet'],
  ...['DigiD. jansen', 'digid. jjansen.', 'mijnDigiD. jansen', 'gebruikersnaam. jansen', 'DigiD.jansen'],
])('is a name to sign in with: %s', (note) => {
  expect(hasSignIn(note)).toBe(true);
});

it.each([
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
  ...['kijk op digid.nl', 'mijn.digid.nl, daarna de app', 'www.digid.nl.'],
])('is none: %s', (note) => {
  expect(hasSignIn(note)).toBe(false);
});
