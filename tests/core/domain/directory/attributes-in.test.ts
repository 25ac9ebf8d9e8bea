import { expect, test } from 'vitest';
import { attributesIn } from '../../../../core/domain/directory/attributes-in.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';

test('finds the attributes of a record and of all records in it', () => {
  const codes = attributesIn(aService()).map(({ taxonomy_term: { code } }) => code);
  expect(codes.sort()).toEqual(['en', 'ontmoeten', 'wheelchair']);
});

test('finds none where there are none, and goes past what is no record', () => {
  expect(attributesIn({ name: 'x', count: 3, nothing: null, list: [] })).toEqual([]);
  expect(attributesIn({ organization: { attributes: [anAttribute('topic', 'geld')] } })).toHaveLength(1);
});
