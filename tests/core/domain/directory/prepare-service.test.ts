import { expect, test } from 'vitest';
import { prepareService, serviceOf } from '../../../../core/domain/directory/prepare-service.ts';
import { aService } from '../../../builders/a-service.ts';

test('a service comes back as it was, in the order of its fields', () => {
  const service = aService();
  expect(JSON.stringify(serviceOf(prepareService(service)))).toBe(JSON.stringify(service));
});

test('what services share is written apart, once for each', () => {
  const { shared, body } = prepareService(aService());
  expect(shared.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'organization bibliotheek',
    'location bieb',
  ]);
  expect(body).not.toContain('Leesplein');
});

test('a service is found by what it is about, speaks, costs and where it is; a place by its hours', () => {
  const { facets, hours } = prepareService(aService());
  expect(facets).toEqual(
    expect.arrayContaining([
      ['shown', ''],
      ['topic', 'ontmoeten'],
      ['language', 'ar'],
      ['neighbourhood', 'Centrum'],
      ['wheelchair', ''],
    ]),
  );
  expect(JSON.parse(hours)).toMatchObject([{ neighbourhoods: ['Centrum'], wheelchair: true }]);
});
