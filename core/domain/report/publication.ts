import { z } from 'zod';
import { LibraryId } from '../../contract/repository/names.ts';
import { Month } from './month.ts';
import { VARIABLES } from './variables.ts';

/** A count that is shown is THRESHOLD at least; null is not shown. */
const ShownCount = z.number().int().min(10).nullable();

const PublishedPlace = z.strictObject({
  /** `library`, `municipality:…` or `branch:…`. */
  id: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(['library', 'municipality', 'branch']),
  name: z.string(),
});
export type PublishedPlace = z.infer<typeof PublishedPlace>;

const Row = z.strictObject({ value: z.string(), cells: z.array(ShownCount) });
const OneRow = z.strictObject({ value: z.string(), count: ShownCount });

const OneList = z.strictObject({ total: ShownCount, rows: z.array(OneRow) });

/** What is told of how visitors used the kiosks. Lists name only what is shown. */
const PublishedUse = z.strictObject({
  flowsBegun: ShownCount,
  flows: z.array(
    z.strictObject({
      pack: z.string(),
      flow: z.string(),
      begun: ShownCount,
      finished: ShownCount,
      /** The questions on which people left it. */
      left: z.array(OneRow),
      /** The outcomes of those who finished. */
      reached: z.array(OneRow),
    }),
  ),
  /** By pack and topic, with a slash between them. */
  topics: OneList,
  /** Searches without a result, by language. */
  emptySearches: OneList,
  languages: OneList,
  readAloud: OneList,
  printed: OneList,
});
export type PublishedUse = z.infer<typeof PublishedUse>;

/** How far handovers are, by what desk and partner said last when the month was closed. */
const States = { total: ShownCount, states: z.array(OneRow) };

/** What is told of a month's handovers, of all branches together. A partner of which no number is told is not named. */
const PublishedHandovers = z.strictObject({
  ...States,
  partners: z.array(z.strictObject({ partner: z.string(), ...States })),
});
export type PublishedHandovers = z.infer<typeof PublishedHandovers>;

/**
 * All that is ever told of a month of a library, made once and never again. Every report, dashboard and drill-down shows a part of it,
 * or a sum of what it shows: so what cannot be reckoned back from this cannot be from any of them (decision 36).
 */
export const Publication = z.strictObject({
  library: LibraryId,
  month: Month,
  /** The library first, each place after the one that it is part of. */
  places: z.array(PublishedPlace).min(1),
  /** Questions at each place, in the order of `places`. */
  totals: z.array(ShownCount),
  /** By one variable each; cells in the order of `places`. A table that stops at municipalities has none for branches (null). */
  tables: z.array(z.strictObject({ variable: z.enum(VARIABLES), rows: z.array(Row) })),
  /** The library's own categories in those of the law, of the whole library. */
  subCategories: z.array(z.strictObject({ category: z.string(), rows: z.array(OneRow) })),
  use: PublishedUse,
  /** What was published before handovers were counted has none. */
  handovers: PublishedHandovers.default({ total: null, states: [], partners: [] }),
});
export type Publication = z.infer<typeof Publication>;
