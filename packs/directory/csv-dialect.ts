import { z } from 'zod';

/** One of the CSV Dialect's properties that Balie reads in one way only; what says the same as that way is fine. */
const only = <T extends string | boolean>(value: T, error: string) => z.literal(value, { error }).nullish();

/**
 * How a resource of a tabular data package says that its file is written (CSV Dialect of Frictionless Data, first and
 * second version). What would change what a cell says and is not read, is refused; ends of lines are read in any way.
 */
export const CsvDialect = z.object(
  {
    delimiter: z.string().length(1).optional(),
    nullSequence: z.string().nullish(),
    quoteChar: only('"', 'cells are quoted with " and nothing else'),
    doubleQuote: only(true, 'a quote in a cell is written twice, and not in another way'),
    escapeChar: only('"', 'a quote in a cell is written twice, and not in another way'),
    commentChar: z.null({ error: 'lines of comment are not read: leave them out' }).optional(),
    skipInitialSpace: z.boolean().nullish(),
    header: only(true, 'the first line must name the columns'),
    headerRows: z
      .tuple([z.literal(1)], { error: 'the first line, and only that, must name the columns' })
      .nullish(),
    commentRows: z
      .array(z.number())
      .max(0, { error: 'lines of comment are not read: leave them out' })
      .nullish(),
  },
  { error: 'must stand in datapackage.json itself' },
);

/** What a schema of a table says of the texts that stand for no value: a list of texts, or of what they are called. */
export const TableSchema = z.object({
  missingValues: z
    .array(z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]))
    .optional(),
});
