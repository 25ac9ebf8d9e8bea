import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { textOfCell } from '../../core/domain/directory/cell-text.ts';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { RULE_FIELDS } from '../../core/domain/directory/schedule.ts';
import { columnsOf, ownersOf, TABLES, type TableName } from '../../core/domain/directory/tables.ts';
import { type RowFault, RowLines } from './row-lines.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';
import { Utf8Text } from './utf8-text.ts';

const ROWS_AT_ONCE = 1000;
const MOST_ROW_LETTERS = 500_000;

/** What csv-parse says of a row behind which it reads nothing more, and what that means. */
const WITHOUT_END: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'from this line on, a quote is never closed.',
  CSV_MAX_RECORD_SIZE: `from this line on, a row is longer than ${MOST_ROW_LETTERS} bytes, or a quote is not closed.`,
};

/** A file of a tabular data package, and how it is written. */
export type TableFile = {
  readonly path: string;
  readonly table: TableName;
  /** The mark between cells: without one, a comma. */
  readonly delimiter?: string;
  /** Spaces behind that mark say nothing. */
  readonly skipInitialSpace?: boolean;
  /** The cells that say that there is no value, next to empty ones. */
  readonly missing?: ReadonlySet<string>;
};

/**
 * Reads a table from a CSV file, some rows at a time. A row that cannot be read is told with its line and passed over.
 * Throws UnreadableDirectoryError when the file is not in UTF-8, has no columns, cannot be read from some row on (a quote
 * in it is never closed, or it is far too long), or is cut off in the middle of a row.
 */
export async function* readCsv({
  path,
  table,
  delimiter = ',',
  skipInitialSpace = false,
  missing,
}: TableFile): AsyncGenerator<DirectoryRecord[]> {
  const file = basename(path);
  let batch: DirectoryRecord[] = [];
  const lines = new RowLines();
  let end: CsvError | undefined;
  const source = new Utf8Text(path, MOST_ROW_LETTERS * 4);
  const text = Readable.from(source);
  const rows = text.pipe(
    parse({
      delimiter,
      ltrim: skipInitialSpace,
      record_delimiter: '\n',
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_ROW_LETTERS,
      skip_records_with_error: true,
      on_skip: (error) => {
        // Behind a row without an end, nothing is read any more, and what is told is told of that row.
        if (error === undefined || end !== undefined) return undefined;
        if (Object.hasOwn(WITHOUT_END, error.code)) end = error;
        else lines.skip(error);
        return undefined;
      },
    }),
  );
  // What goes wrong before the pipe is told behind it.
  text.on('error', (error) => rows.destroy(error));
  const told = ({ line, message }: RowFault): DirectoryRecord => ({
    kind: 'fault',
    message,
    place: { file, line },
  });
  let columns: readonly Column[] | undefined;
  let short: number | undefined;
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: Info }>) {
      const { line, faults } = lines.next(record, info);
      const isShort = record.length < (columns?.length ?? 0) && record.join('').trim() !== '';
      short = isShort ? line : undefined;
      batch.push(...faults.map(told));
      if (columns === undefined) {
        columns = columnsFrom(record, table, { file, line });
        batch.push(...unusedOf(columns, file));
      } else if (record.length !== columns.length)
        batch.push(told({ line, message: miscounted(record.length, columns.length, [line, info.lines]) }));
      else batch.push(rowOf(record, { columns, missing, table, place: { file, line } }));
      if (batch.length >= ROWS_AT_ONCE) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableDirectoryError(`${file} cannot be read: ${error.message}. Mend it and try again.`);
  }
  // Told here and not as it was found: the rows before it are counted by now, and so the line where it begins is known.
  if (end !== undefined)
    throw new UnreadableDirectoryError(
      `${file}:${lines.beginOf(end)} cannot be read: ${WITHOUT_END[end.code]} Mend it and try again.`,
    );
  const last = lines.end(source.endsMidLine ? rows.info.lines : rows.info.lines - 1);
  if (short !== undefined && last.length === 0 && source.endsMidLine)
    throw new UnreadableDirectoryError(
      `${file}:${short} is cut off: the last row has too few cells, and no end. Get the file again.`,
    );
  batch.push(...last.map(told));
  if (columns === undefined)
    batch.push(told({ line: 1, message: 'the file is empty: give it the columns of HSDS, or leave it out' }));
  yield batch;
}

/** A column of the file: what its cells are, or undefined where Balie has no use for it. */
type Column = { readonly name: string; readonly isNumber: boolean; readonly isUsed: boolean };

type Line = { readonly file: string; readonly line: number };

function columnsFrom(names: readonly string[], table: TableName, { file, line }: Line): Column[] {
  const own = new Map(columnsOf(table).map(({ name, isNumber }) => [name, isNumber]));
  const links = new Set<string | number>([
    ...ownersOf(table).map(({ owner }) => `${owner}_id`),
    ...Object.keys(TABLES[table].points).map((field) => `${field}_id`),
    ...(table === 'attribute' ? ['link_id', 'link_entity'] : []),
    // Also those that Balie does not know: a rule without a part of it says another thing, so its row is left out.
    ...(table === 'schedule' ? RULE_FIELDS : []),
  ]);
  const columns = names.map((each) => {
    const name = each.trim();
    return { name, isNumber: own.get(name) ?? false, isUsed: own.has(name) || links.has(name) };
  });
  if (!columns.some(({ name }) => name === 'id'))
    throw new UnreadableDirectoryError(
      `${file}:${line} has no column "id". Give the file the columns of HSDS, separated by commas.`,
    );
  return columns;
}

function unusedOf(columns: readonly Column[], file: string): DirectoryRecord[] {
  return columns
    .filter(({ isUsed }) => !isUsed)
    .map(({ name }) => ({
      kind: 'unused',
      what: `the column "${name.slice(0, 80)}"`,
      place: { file, line: 1 },
    }));
}

/** A row of several lines may be many rows, between a stray quote and the next one: how far it goes is told too. */
function miscounted(cells: number, columns: number, [line, lastLine]: readonly [number, number]): string {
  const upTo = lastLine > line ? ` up to line ${lastLine}` : '';
  return `has ${cells} cells${upTo}, and there are ${columns} columns`;
}

type Shape = {
  readonly columns: readonly Column[];
  readonly missing: TableFile['missing'];
  readonly table: TableName;
  readonly place: Line;
};

function rowOf(cells: readonly string[], { columns, missing, table, place }: Shape): DirectoryRecord {
  const record: Record<string, unknown> = Object.create(null);
  columns.forEach(({ name, isNumber, isUsed }, index) => {
    const cell = cells[index] as string;
    if (!isUsed || cell === '' || missing?.has(cell) === true) return;
    // What is no number stays a text, and the schema says so.
    record[name] =
      isNumber && cell.trim() !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : textOfCell(cell);
  });
  return { kind: 'row', table, record, place };
}
