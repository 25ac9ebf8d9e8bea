import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import type { PreparedService } from '../../core/domain/directory/prepare-service.ts';

type Facets = PreparedService['facets'];
type Shared = PreparedService['shared'][number];
type Checked = Extract<DirectoryRecord, { kind: 'checked' }>;

/** A service that was checked, and nothing is said of it: its texts in a row, without the names of fields. */
type PackedService = readonly [
  ...texts: [file: string, path: string, id: string, name: string, hours: string, body: string],
  facets: readonly string[],
  shared: readonly string[],
];

/** A record on its way between two threads. */
export type PackedRecord = PackedService | Exclude<DirectoryRecord, Checked> | Checked;

/** Packs a record for the way: names of fields would be written anew for every one of them, and most are alike. */
export function packed(record: DirectoryRecord): PackedRecord {
  if (record.kind !== 'checked') return record;
  const { service, remarks, terms, place } = record;
  const { file, line, path } = place;
  if (service === undefined || remarks.length > 0 || line !== undefined || path === undefined) return record;
  if (terms.length > 0) return record;
  const { id, name, hours, body, facets, shared } = service;
  return [
    file,
    path,
    id,
    name,
    hours,
    body,
    facets.flat(),
    shared.flatMap((each) => [each.kind, each.id, each.body]),
  ];
}

/** The record that was packed. */
export function unpacked(record: PackedRecord): DirectoryRecord {
  if (!isPacked(record)) return record;
  const [file, path, id, name, hours, body, flatFacets, flatShared] = record;
  const facets: [string, string][] = [];
  for (let at = 0; at < flatFacets.length; at += 2)
    facets.push([flatFacets[at] as string, flatFacets[at + 1] as string]);
  const shared: Shared[] = [];
  for (let at = 0; at < flatShared.length; at += 3)
    shared.push({
      kind: flatShared[at] as Shared['kind'],
      id: flatShared[at + 1] as string,
      body: flatShared[at + 2] as string,
    });
  const service = { id, name, hours, body, facets: facets as unknown as Facets, shared };
  return { kind: 'checked', service, remarks: [], terms: [], place: { file, path } };
}

function isPacked(record: PackedRecord): record is PackedService {
  return Array.isArray(record);
}
