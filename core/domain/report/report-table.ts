/** A cell: a text, a number, or null for a number that is not told. */
export type ReportCell = string | number | null;

/** A table of a report; the first cell of each row is its name. */
export type ReportTable = {
  readonly title: string;
  readonly lead?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
};
