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
      body: 'U oefent Nederlands.\nDe bibliotheek',
    },
    en: {
      title: 'Language café',
      summary: 'U oefent Nederlands.',
      alsoCalled: 'praten',
      body: 'U oefent Nederlands.\nDe bibliotheek',
    },
  });
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
