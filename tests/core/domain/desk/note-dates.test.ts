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
  ],
])('may be a date of birth: %s', (note) => {
  expect(hasDate(note)).toBe(true);
  expect(hasDate(`kwam met brief, ${note}, en ging`)).toBe(true);
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
])('is none: %s', (note) => {
  expect(hasDate(note)).toBe(false);
});
