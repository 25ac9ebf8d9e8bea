import { expect, test } from 'vitest';
import { writeJson } from '../../../cli/directory/write-json.ts';
import type { ServiceFilters } from '../../../core/contract/directory.ts';
import type { Location } from '../../../core/domain/directory/location.ts';
import { activeDirectory } from '../../../db/content/directory/active-directory.ts';
import type { ReadDb } from '../../../db/open.ts';
import { servicesPage } from '../../../electron/content/directory-pages.ts';
import { anAttribute, aSchedule, aService } from '../../builders/a-service.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
import { importFiles, importFrom } from '../../builders/import-directory.ts';

// A Friday, at three in the afternoon.
const NOW = Date.parse('2026-11-27T14:00:00Z');
const week = { id: 'week', freq: 'WEEKLY' as const };

/** One id, of which two services say different things, as happens where a directory is gathered from others. */
const place = (region: string, more: Partial<Location>): Location => ({
  ...{ id: 'huis', location_type: 'physical', name: 'Huis' },
  addresses: [{ id: 'adres', address_1: 'Kade 1', city: 'Waterrijk', region }],
  ...more,
});
const first = place('Zuid', { schedules: [{ ...week, byday: 'MO', opens_at: '09:00', closes_at: '09:30' }] });
const second = place('Noord', {
  schedules: [aSchedule({ opens_at: '00:00', closes_at: '24:00' })],
  accessibility: [{ id: 'lift', attributes: [anAttribute('mark', 'wheelchair')] }],
  languages: [{ id: 'taal', code: 'uk' }],
});
const at = (id: string, location: Location) =>
  aService({ id, schedules: undefined, service_at_locations: [{ id: `${id}-huis`, location }] });

const FILTERS: ServiceFilters[] = [
  {},
  { openNow: true },
  { wheelchair: true },
  { neighbourhood: 'Noord' },
  { neighbourhood: 'Zuid' },
  { language: 'uk' },
];

const found = (db: ReadDb) =>
  FILTERS.map((filters) => servicesPage(db, filters, 0, NOW).services.map(({ id }) => id));

test('filters answer by the place that is kept, as cards do, and as after an export', async () => {
  const db = aStore('content');
  const services = [at('a', first), at('b', second), at('c', first)];
  const { lines } = await importFiles(db, { 'services.json': JSON.stringify(services) });
  expect(lines).toEqual([
    'services.json $[1]: location huis says another thing than before; the first one stays',
  ]);
  expect(found(db)).toEqual([['a', 'b', 'c'], [], [], [], ['a', 'b', 'c'], []]);
  const { services: cards, choices } = servicesPage(db, {}, 0, NOW);
  expect(cards.map((card) => [card.opening?.state, card.wheelchair, card.neighbourhoods])).toEqual(
    cards.map(() => ['closed', false, ['Zuid']]),
  );
  expect(choices).toMatchObject({ wheelchair: null, neighbourhoods: [{ value: 'Zuid', count: 3 }] });

  const folder = aDataFolder();
  writeJson(db, activeDirectory(db)?.generation ?? 0, folder);
  const again = aStore('content');
  await importFrom(again, folder);
  expect(found(again)).toEqual(found(db));
  expect(servicesPage(again, {}, 0, NOW)).toEqual(servicesPage(db, {}, 0, NOW));
});
