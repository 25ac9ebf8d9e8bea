import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { textOfCell } from '../../core/domain/directory/cell-text.ts';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { RULE_FIELDS } from '../../core/domain/directory/schedule.ts';
import { columnsOf, ownersOf, TABLES, type TableName } from '../../core/domain/directory/tables.ts';
import { readChunks } from './read-chunks.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

const CHUNK_BYTES = 256 * 1024;
const ROWS_AT_ONCE = 1000;
const MOST_ROW_LETTERS = 500_000;

/** What csv-parse says of a row behind which it reads nothing more, and what that means. */
const WITHOUT_END: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'from this line on, a quote is never closed.',
  CSV_MAX_RECORD_SIZE: `from this line on, a row is longer than ${MOST_ROW_LETTERS} bytes, or a quote is not closed.`,
};

/** A file of a tabular data package, and the mark between its cells. */
export type TableFile = { readonly path: string; readonly table: TableName; readonly delimiter?: string };

/**
 * Reads a table from a CSV file, some rows at a time. A row that cannot be read is told with its line and passed over.
 * Throws UnreadableDirectoryError when the file is not in UTF-8, has no columns, or cannot be read from some row on: a
 * quote in it is never closed, or it is far too long.
 */
export async function* readCsv({
  path,
  table,
  delimiter = ',',
}: TableFile): AsyncGenerator<DirectoryRecord[]> {
  const file = basename(path);
  let batch: DirectoryRecord[] = [];
  let end: CsvError | undefined;
  const text = Readable.from(utf8Of(path, file));
  const rows = text.pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_ROW_LETTERS,
      skip_records_with_error: true,
      on_skip: (error) => {
        // Behind a row without an end, nothing is read any more, and what is told is told of that row.
        if (error === undefined || end !== undefined) return undefined;
        if (Object.hasOwn(WITHOUT_END, error.code)) {
          end = error;
          return undefined;
        }
        const message = `cannot be read: ${error.message.replaceAll(/\s+/g, ' ').slice(0, 200)}`;
        batch.push({ kind: 'fault', message, place: { file, line: Number(error['lines'] ?? 0) } });
        return undefined;
      },
    }),
  );
  // What goes wrong before the pipe is told behind it.
  text.on('error', (error) => rows.destroy(error));
  let columns: readonly Column[] | undefined;
  let lastLine = 0;
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const line = lastLine + 1;
      lastLine = info.lines;
      if (columns === undefined) {
        columns = columnsFrom(record, table, file);
        batch.push(...unusedOf(columns, file));
      } else batch.push(rowOf(record, columns, table, { file, line }));
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
      `${file}:${lastLine + 1} cannot be read: ${WITHOUT_END[end.code]} Mend it and try again.`,
    );
  yield batch;
}

/** A column of the file: what its cells are, or undefined where Balie has no use for it. */
type Column = { readonly name: string; readonly isNumber: boolean; readonly isUsed: boolean };

function columnsFrom(names: readonly string[], table: TableName, file: string): Column[] {
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
      `${file}:1 has no column "id". Give the file the columns of HSDS, separated by commas.`,
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

function rowOf(
  cells: readonly string[],
  columns: readonly Column[],
  table: TableName,
  place: { file: string; line: number },
): DirectoryRecord {
  if (cells.length !== columns.length)
    return {
      kind: 'fault',
      message: `has ${cells.length} cells, and there are ${columns.length} columns`,
      place,
    };
  const record: Record<string, unknown> = Object.create(null);
  columns.forEach(({ name, isNumber, isUsed }, index) => {
    const cell = cells[index] as string;
    if (!isUsed || cell === '') return;
    // What is no number stays a text, and the schema says so.
    record[name] =
      isNumber && cell.trim() !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : textOfCell(cell);
  });
  return { kind: 'row', table, record, place };
}

/** The text of a file. Throws UnreadableDirectoryError, with the line, when it is not in UTF-8. */
async function* utf8Of(path: string, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let lines = 1;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of readChunks(path, CHUNK_BYTES)) {
    // Only whole lines are decoded, so that a letter is never cut in two and a fault has its line.
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    rest = Buffer.from(bytes.subarray(end));
    if (rest.length > MOST_ROW_LETTERS * 4)
      throw new UnreadableDirectoryError(
        `${file}:${lines} is a line that is far too long. Mend it and try again.`,
      );
    const whole = bytes.subarray(0, end);
    yield decode(whole);
    lines += countLines(whole);
  }
  yield decode(rest);

  function decode(bytes: Buffer): string {
    if (isUtf8(bytes)) return decoder.decode(bytes);
    let line = lines;
    for (let from = 0; from < bytes.length; line++) {
      const end = bytes.indexOf(0x0a, from) + 1 || bytes.length;
      if (!isUtf8(bytes.subarray(from, end))) break;
      from = end;
    }
    throw new UnreadableDirectoryError(
      `${file}:${line} is not in UTF-8. Save the file as UTF-8 and try again.`,
    );
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
