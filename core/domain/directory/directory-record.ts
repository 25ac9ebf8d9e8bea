import type { TaxonomyTerm } from './attribute.ts';
import type { Remark } from './check-record.ts';
import type { PreparedService } from './prepare-service.ts';
import type { TableName } from './tables.ts';

/** Where something stands in what is imported: the file, and the line in it or the way to it (`$[12]`). */
export type Place = { readonly file: string; readonly line?: number; readonly path?: string };

/**
 * A piece of a directory as it was read: the JSON of a whole service as the HSDS API gives it, or one row of a table; a
 * service that was checked already, with the terms in it that were not seen before or say another thing than before; or
 * a piece that could not be read, and why.
 */
export type DirectoryRecord =
  | { readonly kind: 'service'; readonly text: string; readonly place: Place }
  | {
      readonly kind: 'row';
      readonly table: TableName;
      readonly record: Record<string, unknown>;
      readonly place: Place;
    }
  | {
      readonly kind: 'checked';
      readonly service?: PreparedService | undefined;
      readonly remarks: readonly Remark[];
      readonly terms: readonly TaxonomyTerm[];
      readonly place: Place;
    }
  | { readonly kind: 'fault'; readonly message: string; readonly place: Place }
  | { readonly kind: 'unused'; readonly what: string; readonly place: Place };

/** A line about what an import left out, as the operator reads it: place, field, reason. */
export function remarkLine(place: Place, path: readonly (string | number)[], message: string): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  const where = place.line === undefined ? (place.path ?? '') : '';
  const field = where + (where === '' ? steps.replace(/^\./, '') : steps);
  const line = place.line === undefined ? '' : `:${place.line}`;
  return `${place.file}${line}${field === '' ? '' : ` ${field}`}: ${message}`;
}
