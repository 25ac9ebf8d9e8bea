import type { CsvError, Info } from 'csv-parse';

/** Something in a CSV file that cannot be read: the line on which it begins, and what is wrong. */
export type RowFault = { readonly line: number; readonly message: string };

/** Where csv-parse is in the file: all of it goes along with every row, and with every fault. */
type Seen = Pick<Info, 'lines' | 'records' | 'empty_lines'>;

/**
 * Says on which lines the rows of a CSV file stand, whose lines end with `\n`. csv-parse knows where a row ends, and
 * reads ahead: a fault comes before the rows in front of it, and one row can have several.
 */
export class RowLines {
  #last = 0;
  #empty = 0;
  #faults: { readonly seen: Seen; readonly message: string }[] = [];

  /** A row cannot be read; it is told with the row behind it, for only that says where it ended. */
  skip(error: CsvError): void {
    const { lines, records, empty_lines } = error as unknown as Seen;
    this.#faults.push({
      seen: { lines, records, empty_lines },
      message: error.message.replaceAll(/\s+/g, ' ').slice(0, 200),
    });
  }

  /** The line on which a row begins, and what could not be read between it and the row before. */
  next(cells: readonly string[], seen: Seen): { readonly line: number; readonly faults: RowFault[] } {
    const first = this.#after(seen.empty_lines);
    const isNext = this.#faults[0] === undefined || this.#faults[0].seen.records >= seen.records;
    // Behind what could not be read, only the row itself says how many lines it has.
    const line = isNext ? first : seen.lines - newLinesIn(cells);
    const faults = isNext ? [] : this.#take(line - 1, seen.records);
    this.#last = seen.lines;
    this.#empty = seen.empty_lines;
    return { line, faults };
  }

  /** What could not be read behind the last row, up to the last line of the file. */
  end(lastLine: number): RowFault[] {
    return this.#take(lastLine, Number.POSITIVE_INFINITY);
  }

  /** The line on which a row without an end begins. */
  beginOf(error: CsvError): number {
    return this.end(0).at(-1)?.line ?? this.#after((error as unknown as Seen).empty_lines);
  }

  /** The line behind the last row and the empty ones that follow it. */
  #after(emptyLines: number): number {
    return this.#last + 1 + emptyLines - this.#empty;
  }

  /** The faults in front of a row. Together they tell of all lines up to the last one, and of none twice. */
  #take(lastLine: number, records: number): RowFault[] {
    const before = this.#faults.filter(({ seen }) => seen.records < records);
    this.#faults = this.#faults.slice(before.length);
    const oneEach = before.filter(({ seen }, index) => seen.lines !== before[index - 1]?.seen.lines);
    const begins = oneEach.map(({ seen }, index) =>
      index === 0 ? this.#after(seen.empty_lines) : seen.lines,
    );
    return oneEach.map(({ message }, index) => {
      const line = begins[index] as number;
      const to = (begins[index + 1] ?? lastLine + 1) - 1;
      return { line, message: `cannot be read${to > line ? ` up to line ${to}` : ''}: ${message}` };
    });
  }
}

function newLinesIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
}
