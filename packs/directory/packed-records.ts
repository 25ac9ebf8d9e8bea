import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import type { PreparedService } from '../../core/domain/directory/prepare-service.ts';

type Facet = PreparedService['facets'][number];
type Shared = PreparedService['shared'][number];
type Checked = Extract<DirectoryRecord, { kind: 'checked' }>;

/**
 * Records on their way between two threads. Most are services that were checked, and nothing is said of them: all their
 * texts stand in one row, without the names of fields, which would be written anew for every one. The others stand apart, as
 * they are; `others` says at which place of the batch.
 */
export type PackedRecords = {
  readonly length: number;
  readonly texts: readonly string[];
  readonly counts: readonly number[];
  readonly others: readonly (readonly [place: number, record: DirectoryRecord])[];
};

/** Packs records for the way. */
export function packed(records: readonly DirectoryRecord[]): PackedRecords {
  const texts: string[] = [];
  const counts: number[] = [];
  const others: [number, DirectoryRecord][] = [];
  records.forEach((record, index) => {
    if (isPlain(record)) pack(record, texts, counts);
    else others.push([index, record]);
  });
  return { length: records.length, texts, counts, others };
}

/** The records that were packed, in their order. */
export function unpacked({ length, texts, counts, others }: PackedRecords): DirectoryRecord[] {
  const records: DirectoryRecord[] = [];
  let text = 0;
  let count = 0;
  let other = 0;
  const next = () => texts[text++] as string;
  for (let index = 0; index < length; index++) {
    const apart = others[other];
    if (apart?.[0] === index) {
      records.push(apart[1]);
      other++;
      continue;
    }
    const place = { file: next(), path: next() };
    const [id, name, hours, body] = [next(), next(), next(), next()];
    const facets: Facet[] = [];
    for (let left = counts[count++] as number; left > 0; left--)
      facets.push([next(), next()] as unknown as Facet);
    const shared: Shared[] = [];
    for (let left = counts[count++] as number; left > 0; left--)
      shared.push({ kind: next() as Shared['kind'], id: next(), body: next() });
    const service = { id, name, hours, body, facets, shared };
    records.push({ kind: 'checked', service, remarks: [], terms: [], place });
  }
  return records;
}

type Plain = Checked & { service: PreparedService; place: { path: string } };

/** Nothing is said of it, and its place is a way in a file. */
function isPlain(record: DirectoryRecord): record is Plain {
  if (record.kind !== 'checked' || record.service === undefined) return false;
  const { remarks, terms, place } = record;
  return remarks.length === 0 && terms.length === 0 && place.line === undefined && place.path !== undefined;
}

function pack({ service, place }: Plain, texts: string[], counts: number[]): void {
  const { id, name, hours, body, facets, shared } = service;
  texts.push(place.file, place.path, id, name, hours, body);
  for (const [facet, value] of facets) texts.push(facet, value);
  for (const each of shared) texts.push(each.kind, each.id, each.body);
  counts.push(facets.length, shared.length);
}
