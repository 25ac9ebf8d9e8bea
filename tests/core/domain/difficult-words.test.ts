import { expect, test } from 'vitest';
import { difficultWordsIn } from '../../../core/domain/difficult-words.ts';

test.each([
  ['Indien u belt, helpen wij u.', ['indien']],
  ['Dit kan middels een formulier, of desgewenst op papier.', ['middels', 'desgewenst']],
  ['U dient dit formulier vandaag te sturen.', ['dient … te']],
  ['Dat dient u te doen.', ['dient … te']],
  ['Stuur de gevraagde bescheiden mee.', ['gevraagde bescheiden']],
  ['U komt misschien in aanmerking voor geld.', ['komt … in aanmerking']],
  ['Dit geldt met betrekking tot de huur.', ['met betrekking tot']],
  ['Betaal uiterlijk {datum.betalen}.', ['uiterlijk']],
  ['Betaal uiterlijk op die dag.', ['uiterlijk']],
  ['Wij verstrekken reeds inlichtingen.', ['verstrekken', 'reeds', 'inlichtingen']],
])('%s', (sentence, found) => {
  expect(difficultWordsIn(sentence).map((word) => word.found)).toEqual(found);
});

test('gives an easier word', () => {
  expect(difficultWordsIn('"Teneinde dit te doen."')).toEqual([]);
  expect(difficultWordsIn('Teneinde dit te doen.')).toEqual([{ found: 'teneinde', easier: 'om' }]);
});

test.each([
  ['a word with two meanings', 'Hij heeft een bescheiden inkomen en een net uiterlijk.'],
  ['a verb with another meaning', 'Waar dient deze knop voor? Dat dient om te bellen.'],
  ['a verb with its particle', 'U dient een aanvraag in om huurtoeslag te krijgen.'],
  ['a word that is named', 'Op de brief staat "derhalve" of “indien”.'],
  ['a word that is explained', 'Participatie is een ander woord voor meedoen.'],
  ['a name', 'Bel het Meldpunt Wijziging Adres.'],
  ['part of a longer word', 'De Participatiewet is een participatie-wet.'],
  ['the name of a parameter', 'U krijgt {toeslag.wijziging} per maand.'],
])('says nothing about %s', (_, sentence) => {
  expect(difficultWordsIn(sentence)).toEqual([]);
});
