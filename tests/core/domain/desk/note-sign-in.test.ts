import { expect, it } from 'vitest';
import { hasSignIn } from '../../../../core/domain/desk/note-sign-in.ts';

it.each([
  ...['login jjansen werkt niet', 'DigiD, jjansen werkt niet', 'DigiD; jjansen is geblokkeerd'],
  ...['inlog jjansen doet het niet', 'inloggen met jjansen lukt niet', 'wachtwoord, Geheim werkt niet'],
  ...['DigiD. jansen', 'digid. jjansen.', 'mijnDigiD. jansen', 'gebruikersnaam. jansen', 'DigiD.jansen'],
  ...[
    'gebruiker: jansen',
    'gebruiker = jansen',
    'gebr.naam: jansen',
    'gebr naam jansen',
    'gebr. naam jansen',
  ],
  ...[
    'ingelogd als jansen',
    'ingelogd als jansen en klaar',
    'logt in als jansen',
    'inloggen als jansen, lukt niet',
  ],
  ...[
    'logged in as jansen',
    'logs in as jansen',
    'gebruikersnaam mevrouw jansen',
    'gebruikersnaam van meneer de vries, vergeten',
  ],
  ...['DigiD-naam mevr. jansen', 'gebruikersnaam mevrouw is jansen'],
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
  ...[
    'gebruiker: kan niet inloggen',
    'gebruiker vroeg om hulp',
    'ingelogd als gast',
    'ingelogd als de dochter',
  ],
  ...[
    'ingelogd als gemachtigde',
    'logged in as a guest',
    'logt in als het druk is',
    'inloggen als je thuis bent',
  ],
  ...[
    'logt in als de computer werkt',
    'inloggen als zijn telefoon terug is',
    'inloggen als kamer vrij is',
    'log in as soon as it works',
  ],
  ...[
    'gebruikersnaam mevrouw vergeten',
    'gebruikersnaam mevrouw stond op papier',
    'gebruikersnaam van meneer kwijt',
  ],
  ...['kijk op digid.nl', 'mijn.digid.nl, daarna de app', 'www.digid.nl.'],
])('is none: %s', (note) => {
  expect(hasSignIn(note)).toBe(false);
});
