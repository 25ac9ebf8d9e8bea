import { expect, test } from 'vitest';
import type { DirectoryRecord } from '../../../core/domain/directory/directory-record.ts';
import type { PreparedService } from '../../../core/domain/directory/prepare-service.ts';
import { packed, unpacked } from '../../../packs/directory/packed-records.ts';

const service = (id: string, more: Partial<PreparedService> = {}): PreparedService => ({
  id,
  name: `Name ${id}`,
  hours: '[]',
  body: `{"id":"${id}"}`,
  facets: [],
  shared: [],
  ...more,
});
const checked = (index: number, more: Partial<Extract<DirectoryRecord, { kind: 'checked' }>> = {}) =>
  ({
    kind: 'checked',
    service: service(`s${index}`),
    remarks: [],
    terms: [],
    place: { file: 'services.json', path: `$[${index}]` },
    ...more,
  }) satisfies DirectoryRecord;

test('records of every kind come out of the way between threads as they went in, in their order', () => {
  const records: DirectoryRecord[] = [
    checked(0),
    { kind: 'fault', message: 'is no JSON', place: { file: 'services.json', path: '$[1]' } },
    checked(2, {
      service: service('s2', {
        facets: [
          ['shown', ''],
          ['topic', 'toeslagen'],
        ],
        shared: [
          { kind: 'organization', id: 'o1', body: '{"id":"o1"}' },
          { kind: 'location', id: 'l1', body: '{"id":"l1"}' },
        ],
      }),
    }),
    checked(3, { remarks: [{ path: ['name'], message: 'is too long', dropped: 'field' }] }),
    checked(4, { place: { file: 'services.csv', line: 12 } }),
    checked(5, { service: undefined, remarks: [{ path: [], message: 'is no service', dropped: 'record' }] }),
    { kind: 'service', text: '{"id":"s6"}', place: { file: 'services.json', path: '$[6]' } },
    checked(7),
  ];
  expect(unpacked(structuredClone(packed(records)))).toEqual(records);
  expect(unpacked(packed([]))).toEqual([]);
});
