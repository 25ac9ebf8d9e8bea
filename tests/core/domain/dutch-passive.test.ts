import { expect, test } from 'vitest';
import { passiveIn } from '../../../core/domain/dutch-passive.ts';

test.each([
  ['Uw aanvraag wordt binnenkort behandeld.', 'wordt … behandeld'],
  ['Wordt uw stroom afgesloten?', 'wordt … afgesloten'],
  ['Het formulier moet worden ingevuld.', 'worden … ingevuld'],
  ['De brieven werden gisteren verstuurd.', 'werden … verstuurd'],
  ['Uw gegevens worden door ons gecontroleerd.', 'worden … gecontroleerd'],
  ['Als u belt, wordt u geholpen.', 'wordt … geholpen'],
  ['De zaak wordt onderzocht.', 'wordt … onderzocht'],
  ['De toeslag wordt stopgezet.', 'wordt … stopgezet'],
  ['Uw brief is door de gemeente ontvangen.', 'is … ontvangen'],
  ['De brief is ontvangen en zal worden behandeld.', 'worden … behandeld'],
])('names the passive: %s', (sentence, passive) => {
  expect(passiveIn(sentence)).toBe(passive);
});

test.each([
  'Wordt u 18?',
  'Wordt u ziek? Bel dan uw huisarts.',
  'Uw kind wordt groot en krijgt eigen geld.',
  'Het wordt steeds gezelliger en gezonder.',
  'Bent u verhuisd? Geef dat door aan de gemeente.',
  'U bent getrouwd of u woont samen.',
  'Is uw inkomen veranderd? Geef door wat er is veranderd.',
  'Is uw telefoon gestolen?',
  'De bibliotheek is door de week geopend.',
  'Er zijn veel gesprekken en bezoeken door het jaar.',
  'U wordt volgend jaar ouder dan nu.',
  'Als het donker wordt, gaan de lampen aan.',
  'Wij worden gelukkig van bezoek.',
  'Word lid en neem gratis boeken mee.',
  'De gemeente is er voor gezinnen, gebouwen en gebieden.',
  'Als u ouder wordt maar goed verzekerd bent.',
  'Het bericht wordt bekend.',
])('finds none: %s', (sentence) => {
  expect(passiveIn(sentence)).toBeUndefined();
});
