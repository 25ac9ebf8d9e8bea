import { expect, test } from 'vitest';
import { NearPage } from '../../../core/contract/directory.ts';
import { nearPage } from '../../../electron/content/near-page.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { anAttribute, aSchedule, aService } from '../../builders/a-service.ts';

/** A Tuesday, at noon. */
const NOW = Date.parse('2026-11-24T11:00:00Z');
const MONEY = [anAttribute('category', 'geldhulp')];
const late = [aSchedule({ opens_at: '20:00', closes_at: '23:00' })];

const ids = (services: Parameters<typeof aDirectory>[0], category = 'geldhulp') => {
  const { total, services: found } = NearPage.parse(nearPage(aDirectory(services), category, NOW));
  return [total, ...found.map(({ id }) => id)];
};

test('names three of the category at the most, soonest open first, and says how many there are', () => {
  const services = [
    aService({ id: 'a', name: 'A', attributes: MONEY, schedules: [] }),
    aService({ id: 'b', name: 'B', attributes: MONEY, schedules: late }),
    aService({ id: 'c', name: 'C', attributes: MONEY }),
    aService({ id: 'd', name: 'D', attributes: MONEY }),
    aService({ id: 'e', name: 'E' }),
  ];
  expect(ids(services)).toEqual([4, 'c', 'd', 'b']);
});

test('names none that is closed for a time, outdated or gone', () => {
  const services = [
    aService({ id: 'closed', attributes: MONEY, status: 'temporarily closed' }),
    aService({ id: 'old', attributes: MONEY, assured_date: '2024-01-01' }),
    aService({ id: 'gone', attributes: MONEY, status: 'defunct' }),
    aService({ id: 'there', attributes: MONEY }),
  ];
  expect(ids(services)).toEqual([3, 'there']);
});

test('finds what is open among many', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    aService({ id: `late-${index}`, name: `A ${index}`, attributes: MONEY, schedules: late }),
  );
  const [total, first] = ids([...many, aService({ id: 'open', name: 'Z', attributes: MONEY })]);
  expect([total, first]).toEqual([41, 'open']);
});

test('is empty for a category that nobody has, and without a store', () => {
  expect(ids([aService({ attributes: MONEY })], 'elders')).toEqual([0]);
  expect(nearPage(undefined, 'geldhulp', NOW)).toEqual({ total: 0, services: [] });
});
