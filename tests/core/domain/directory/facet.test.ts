import { expect, test } from 'vitest';
import { facetsOf, isShown, placesToChoose } from '../../../../core/domain/directory/facet.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';

test('one that has stopped is found by nothing, and one that is closed for a time is', () => {
  expect(facetsOf(aService({ status: 'inactive' }))).toEqual([]);
  expect(facetsOf(aService({ status: 'temporarily closed' }))[0]).toEqual(['shown', '']);
  expect(isShown(aService({ status: 'defunct' }))).toBe(false);
});

test('no facet has a value twice', () => {
  const service = aService({ attributes: [anAttribute('topic', 'geld'), anAttribute('topic', 'geld')] });
  expect(facetsOf(service).filter(([facet]) => facet === 'topic')).toEqual([['topic', 'geld']]);
});

test('its places have the hours by which they are chosen, and none while it is closed for a time', () => {
  expect(placesToChoose(aService())[0]?.schedules).not.toEqual([]);
  expect(placesToChoose(aService({ status: 'temporarily closed' }))[0]?.schedules).toEqual([]);
});
