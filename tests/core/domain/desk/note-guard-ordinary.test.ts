// What people at a desk write down with numbers in it that are of nobody.
import { expect, it } from 'vitest';
import { faultOfNote } from '../../../../core/domain/desk/note-guard.ts';

it.each([
  // How many, how often, how long.
  ...['3 vragen over huurtoeslag 2026', 'formulier 3 van 12', 'boete 2 x 45 euro', 'boete 3 X 12 euro'],
  ...[
    'wachttijd 10-15 minuten',
    'nr 12 in de wachtrij',
    '2 brieven, 1 van 2025 en 1 van 2026',
    '1e keer, 2e keer, 3e keer',
  ],
  ...[
    '20 minuten, 3 vragen, 2 opgelost',
    'kwam 4 keer in 2 weken',
    '1. toeslag 2. DigiD 3. printen',
    '1) zorg 2) huur 3) kind',
  ],
  ...['stap 1 - 4 gedaan, stap 5 - 9 volgende keer', '5 van de 8 vragen', 'groep 7/8 op bezoek'],
  ...[
    '3 volwassenen, 2 kinderen van 8 en 12',
    '2 personen 65+',
    '50% korting, 2 jaar geldig',
    'in 2 of 3 termijnen',
  ],
  // Times of day, days and opening hours.
  ...[
    'om 14.30 terug',
    'terug om 14.30 of 15.15',
    'afspraak 12-03 14.30-16.00',
    'open 09.00-17.00',
    'open 9.00-12.30',
  ],
  ...[
    'ma 9.00-12.30 13.00-17.00',
    'spreekuur 10.00-12.00 en 13.00-15.30',
    'di 09.00 - 12.00, do 13.00 - 17.00',
  ],
  ...[
    'week 12-13 dicht',
    'kamer 2.04 14.30-15.00',
    'cursus 12/3 19.30-21.00',
    'spreekuur 13-3, 20-3 en 27-3',
  ],
  ...[
    'afspraak 3 maart 10.15 uur',
    'maandag 12 9.00-12.00',
    'voor 1 mei inleveren',
    '12 maart 14:30 of 13 maart 9.30',
    'termijn van 6 weken, tot 15 juni',
  ],
  ...['open 10.00-12.30/13.00-16.45', 'komt 14u30 terug', 'om 9.05 en 13.05', 'ging van 9 tot 10.30'],
  // What people do with numbers and accounts.
  ...[
    'nr 12345 van de lijst',
    'terugbellen 2 of 3 keer',
    'terugbellen 12 maart 10.15',
    'nr. 3 van 12, pagina 4 - 5',
  ],
  ...[
    'ingelogd als gast op pc 4',
    'logt in als het rustig is, 2e keer',
    'gebruikersnaam mevrouw vergeten, 3x',
  ],
  // Amounts.
  ...[
    '€ 45 per maand, 12 maanden',
    'kosten 12,50 + 3,00',
    'toeslag € 1.250 in 2026',
    'schuld 12.000 euro',
    'eigen risico 385 euro',
  ],
  ...[
    'print 0,20 per vel, 12 vel',
    '3 x € 0,50',
    'boete € 119 + € 9',
    'inkomen 28.500 of 31.000',
    'huur 650, toeslag 210',
  ],
  // Rooms, forms, shelves, pages, addresses of an organisation.
  ...[
    'kamer 0.12 bezet',
    'zaal 1.06, 20 stoelen',
    'pc 3 en pc 7 traag',
    'printer 2 papier op, 500 vel',
    'blz 12-14 gekopieerd',
  ],
  ...[
    'formulier A4, 3 blz, 2 kopieën',
    'artikel 6.12 lid 3',
    'kast 4, plank 2',
    'postcode 1234 AB',
    'wijk 3511 en 3512',
  ],
  ...[
    'box 1, 2 en 3 uitgelegd',
    'windows 11, office 365',
    'aangifte 2023, 2024 en 2025',
    'aangifte 2024-2025',
    '3 + 2 vragen',
    '55+ 10.00-12.00 uur inloop',
    'jaaropgave 2025 2x',
  ],
  ...[
    'bel 14 030',
    'belde 0900 nummer',
    '112 uitgelegd',
    'lijn 12 rijdt niet, bus 204 wel',
    'versie 4.12.1 staat erop',
  ],
  ...[
    'zaaknr 2026-0345',
    'bon 3601234',
    'dossier 480312',
    'zaak nr 1234567',
    'dossier nr 123456 ligt klaar',
    'pasnr kwijt, 2 euro',
  ],
])('stands: %s', (note) => {
  expect(faultOfNote(note)).toBeUndefined();
});
