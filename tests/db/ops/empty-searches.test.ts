import { expect, test } from 'vitest';
import { countEmptySearch, listEmptySearches, MOST_COUNTS } from '../../../db/ops/empty-searches.ts';
import { aStore } from '../../builders/a-store.ts';

test('searches that found nothing are counted by hour and language', () => {
  const db = aStore('ops');
  const at = (time: string) => new Date(`2026-11-26T${time}Z`);
  countEmptySearch(db, at('14:00:00'), 'nl');
  countEmptySearch(db, at('14:59:59'), 'nl');
  countEmptySearch(db, at('14:30:00'), 'en');
  countEmptySearch(db, at('15:00:00'), 'nl');
  expect(listEmptySearches(db)).toEqual([
    { hour: '2026-11-26T14', language: 'en', times: 1 },
    { hour: '2026-11-26T14', language: 'nl', times: 2 },
    { hour: '2026-11-26T15', language: 'nl', times: 1 },
  ]);
});

test('only the newest counts are kept', () => {
  const db = aStore('ops');
  const insert = db.prepare("INSERT INTO empty_searches VALUES (?, 'nl', 1)");
  const hours = Array.from({ length: MOST_COUNTS }, (_, hour) =>
    new Date(hour * 3_600_000).toISOString().slice(0, 13),
  );
  db.transaction(() => hours.forEach((hour) => void insert.run(hour)))();
  countEmptySearch(db, new Date('2026-11-26T14:00:00Z'), 'nl');
  const kept = listEmptySearches(db);
  expect(kept).toHaveLength(MOST_COUNTS);
  expect(kept[0]?.hour).toBe(hours[1]);
  expect(kept.at(-1)?.hour).toBe('2026-11-26T14');
});

test('what is no hour is refused by the store itself', () => {
  expect(() => aStore('ops').exec("INSERT INTO empty_searches VALUES ('huurtoeslag', 'nl', 1)")).toThrow(
    'CHECK',
  );
});
