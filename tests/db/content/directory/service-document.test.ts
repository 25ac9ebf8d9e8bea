import { expect, test } from 'vitest';
import { serviceDocument } from '../../../../db/content/directory/service-document.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';

test('a service is found in every language it has a name in; Dutch texts fill in', () => {
  const { texts, ...listed } = serviceDocument(
    aService({ alternate_name: 'praten', assured_date: '2026-11-03' }),
  );
  expect(listed).toEqual({
    kind: 'service',
    id: 'taalcafe',
    topic: 'ontmoeten',
    picture: 'map-pin',
    review_by: '2027-11-04',
  });
  expect(texts).toEqual({
    nl: {
      title: 'Taalcafé',
      summary: 'U oefent Nederlands.',
      alsoCalled: 'praten',
      body: 'U oefent Nederlands.\nDe bibliotheek\nBibliotheek\nLeesplein 1\nCentrum',
    },
    en: {
      title: 'Language café',
      summary: 'U oefent Nederlands.',
      alsoCalled: 'praten',
      body: 'U oefent Nederlands.\nDe bibliotheek\nBibliotheek\nLeesplein 1\nCentrum',
    },
  });
});

const COMMUNITY_CENTRE = anAttribute('translation', 'en', { label: 'name', value: 'Community centre' });

test('it is found by its places, what to bring, what it costs and what is the matter, each text once', () => {
  const place = {
    ...{
      id: 'buurthuis',
      location_type: 'physical' as const,
      name: 'Buurthuis',
      alternate_name: 'De Schakel',
    },
    addresses: [
      { id: 'a', address_1: 'Molenhoek 8', city: 'Waterrijk', region: 'Centrum' },
      { id: 'b', address_1: 'Postbus 9', city: 'Waterrijk', address_type: 'postal' as const },
    ],
    attributes: [COMMUNITY_CENTRE],
  };
  const post = {
    ...{ location_type: 'postal' as const, name: 'Buurthuis', attributes: [COMMUNITY_CENTRE] },
    addresses: [{ id: 'c', address_1: 'Antwoordnummer 1', city: 'Waterrijk', region: 'Oost' }],
  };
  const { texts } = serviceDocument(
    aService({
      description: 'U praat.',
      fees_description: 'Wat u missen kunt.',
      alert: 'Alleen in de zomer.',
      required_documents: [{ id: 'd', document: 'Uw pas' }],
      service_at_locations: [
        { id: 'x', location: place },
        { id: 'y', location: { ...place, id: 'z' } },
        { id: 'p', location: { ...post, id: 'post' } },
      ],
    }),
  );
  const more = ['De bibliotheek', 'Wat u missen kunt.', 'Alleen in de zomer.', 'Uw pas'];
  const at = ['De Schakel', 'Molenhoek 8', 'Centrum'];
  expect(texts['nl']?.body.split('\n')).toEqual(['U praat.', ...more, 'Buurthuis', ...at]);
  expect(texts['en']?.body.split('\n')).toEqual(['U praat.', ...more, 'Community centre', ...at]);
});

test('a topic that no pack can have is none, and a pictogram that is not there is a pin', () => {
  const attributes = [anAttribute('topic', 'Geld & zo'), anAttribute('mark', 'picture', { value: 'draak' })];
  expect(serviceDocument(aService({ attributes }))).toMatchObject({ topic: 'no-topic', picture: 'map-pin' });
  expect(serviceDocument({ id: 'x', name: 'X', status: 'active' }).texts).toEqual({
    nl: { title: 'X', summary: '', body: '' },
  });
});

test('a summary ends with a sentence, or with three points', () => {
  const summary = (description: string) => serviceDocument(aService({ description })).texts['nl']?.summary;
  const sentence = 'Wij helpen u met al uw vragen over geld.';
  expect(summary(Array.from({ length: 9 }, () => sentence).join(' '))).toBe(
    [sentence, sentence, sentence].join(' '),
  );
  expect(summary('x'.repeat(300))).toBe(`${'x'.repeat(159)}…`);
});
