import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasDate } from '../../../../core/domain/desk/note-dates.ts';

it.each([
  ...['12/mrt/1948', '12/nov/1948', '12/maart/1948', '03/aug/48', '12, maart 1948', '12_mrt_1948'],
  ...['1948-maart-12', '1948/12/maart', '1948_maart_12', 'maart/12/1948', 'mrt-12-1948', 'maart, 12, 1948'],
  ...[
    '12-sierpnia-1948',
    '12/sierpnia/48',
    '12, agosto, 1948',
    '1948-sierpnia-12',
    '1948/12/sierpnia',
    '2 brieven 14-sierpnia-1948',
    ...['12-III-1948', '12 iii 48', '12.v.1948', '12 V 1948', '12/X/48', '12 - XII - 48'],
    ...['12_03_48', '12\\03\\48', '12|03|48', '12 | 03 | 1948'],
    '12 maart 2019.30',
    '12 maart 48.30',
    ...['12th March 1948', '1st May 1950', '22nd June 1970', '3rd Sept 48', '12-th March 1948'],
    ...['12th of March 1948', '12 of March 1948', '12e van maart 1948', '1948, 12th of March'],
    ...[
      '1er aout 1960',
      '12 fevrier 1960',
      '1er janvier 1960',
      '1º de enero de 1960',
      '1.º de enero del 1960',
      '1ro de enero de 1960',
    ],
    ...['12-go marca 1948', '12-го березня 1948', '12° agosto 48', '1948, 1er janvier'],
    ...['84-05-15', '60-01-01', '48.03.12', '84/05/15', '84:05:15'],
  ],
])('may be a date of birth: %s', (note) => {
  expect(hasDate(note)).toBe(true);
  expect(hasDate(`kwam met brief, ${note}, en ging`)).toBe(true);
});

it('may be a date of birth with any ordinal, in any language that counts its days so', () => {
  const months = (language: string) =>
    Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
        .formatToParts(Date.UTC(2000, month, 12))
        .flatMap(({ type, value }) => (type === 'month' ? value : []))
        .join(''),
    );
  const counted = [
    { ordinals: ['st', 'nd', 'rd', 'th'], of: ['', 'of '], names: months('en') },
    { ordinals: ['e', 'de', 'ste'], of: ['', 'van '], names: months('nl') },
    { ordinals: ['er', 'e'], of: ['', 'de '], names: months('fr') },
    { ordinals: ['º', 'o', 'ª', 'a', 'ro', '.º'], of: ['de '], names: months('es') },
    { ordinals: ['º', '°'], of: ['', 'di '], names: months('it') },
    { ordinals: ['o'], of: ['di '], names: months('it') },
    { ordinals: ['-go', '-ego'], of: [''], names: months('pl') },
    { ordinals: ['-го', '-ого'], of: [''], names: [...months('uk'), ...months('ru')] },
  ];
  const written = fc.constantFrom(...counted).chain(({ ordinals, of, names }) =>
    fc
      .tuple(
        fc.integer({ min: 1, max: 31 }),
        ...[fc.constantFrom(...ordinals), fc.constantFrom(...of), fc.constantFrom(...names)],
        fc.integer({ min: 1920, max: 2025 }),
        fc.boolean(),
      )
      .map(([day, ordinal, link, name, year, isShort]) => {
        const plain = `${day}${ordinal} ${link}${name}`;
        return `${plain} ${isShort ? String(year % 100).padStart(2, '0') : year}`;
      }),
  );
  fc.assert(fc.property(written, (note) => hasDate(note)));
});

it.each([
  ...['12,50, 113,75 en 8,00 betaald', '€ 12,50, maart 2026', 'in december, 12,50 betaald'],
  ...['termijn van 8,50, januari en februari', 'kamer 06, 3 brieven', 'open 10:15-12:00, mei 2026'],
  ...[
    'boete 2 x 45 euro',
    '2 X 45',
    'lid 12 V',
    'artikel 12 V 2026',
    '3 x 2025 euro',
    'stap 1|2|3',
    'versie 2_1',
  ],
  ...['12 maart 14.30', '12 maart 9:30 uur', 'mei 9.30', 'ma 12 9.00-12.30 13.00-17.00', '12-03 14.30-16.00'],
  ...[
    '1e aanvraag 2019',
    '2x formulier 1998',
    '3 van maandag 12',
    '2 van de 12',
    '1 of 2 marge',
    'stap 84-15-05',
  ],
  ...[
    'Hulp bij 2 van jullie 10 vragen',
    'stap 2 van declaratie 15 min',
    'Oplichting, 1 van marktplaats 20 euro',
  ],
  ...['hielp 1 van Jansen 15 min', 'om 2 of marktplaats 20', 'lokaal 2a juni 2026', '2a meisjes 12'],
  ...['lijn 64 10 12', 'pagina 45 12 30', 'kast 60 10 20', 'formulier 35 04 12'],
  ...['2e keer in maart', '3e van mei tot juni 10 uur', 'lijn 48 3 12', 'versie 48.3.12'],
])('is none: %s', (note) => {
  expect(hasDate(note)).toBe(false);
});
