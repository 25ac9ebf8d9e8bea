import { expect, test } from 'vitest';
import { servicesPage } from '../../../electron/content/directory-pages.ts';
import { aService } from '../../builders/a-service.ts';
import { aStore } from '../../builders/a-store.ts';
import { importFiles } from '../../builders/import-directory.ts';

test('a language of two letters and one of three are one choice, with the services of both', async () => {
  const db = aStore('content');
  const speaks = (id: string, language: object) => aService({ id, languages: [{ id: 'l', ...language }] });
  const location = { id: 'huis', location_type: 'physical' as const, languages: [{ id: 'h', code: 'tur' }] };
  const services = [
    speaks('a', { code: 'tr' }),
    speaks('b', { code: 'tur' }),
    speaks('c', { name: 'Turks' }),
    aService({ id: 'd', languages: undefined, service_at_locations: [{ id: 'at', location }] }),
    speaks('e', { code: 'ary' }),
  ];
  const { lines } = await importFiles(db, { 'services.json': JSON.stringify(services) });
  expect(lines).toEqual([
    'services.json $[2].languages[0].code: is missing: without a code of ISO 639 nobody can choose by this language; it is shown all the same',
  ]);
  const all = servicesPage(db, {}, 0, 0);
  expect(all.choices.languages.toSorted((one, other) => other.count - one.count)).toEqual([
    { value: 'tr', count: 3 },
    { value: 'ary', count: 1 },
  ]);
  expect(all.services.map(({ languages }) => languages)).toEqual([['tr'], ['tr'], [], ['tr'], ['ary']]);
  const turkish = servicesPage(db, { language: 'tr' }, 0, 0);
  expect(turkish.services.map(({ id, languages }) => [id, languages])).toEqual([
    ['a', ['tr']],
    ['b', ['tr']],
    ['d', ['tr']],
  ]);
});
