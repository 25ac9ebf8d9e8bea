import { z } from 'zod';
import { Language } from '../../domain/language.ts';
import { Month } from '../../domain/report/month.ts';
import { VARIABLES } from '../../domain/report/variables.ts';

const count = z.number().int().nonnegative();
const Names = z.partialRecord(Language, z.string());
const Period = z.strictObject({ from: Month, to: Month });
export type Period = z.infer<typeof Period>;

/** A flow on this machine, with what it and its questions are called where the content still has them. */
const FlowWorth = z.strictObject({
  flow: z.string(),
  titles: Names,
  begun: count,
  finished: count,
  /** The questions on which people stopped, the most first. */
  left: z.array(z.strictObject({ step: z.string(), names: Names, number: count })),
});
export type FlowWorth = z.infer<typeof FlowWorth>;

/** What the help of this branch was worth, as this machine counted it: exact, for those whose work it is. It goes nowhere else. */
export const DeskWorth = z.strictObject({
  branch: z.string(),
  /** Months with questions, oldest first. */
  months: z.array(z.strictObject({ month: Month, number: count })),
  /** Months in which something was done on the screen: a kiosk counts flows and searches, and no questions. */
  used: z.array(Month),
  period: Period,
  counts: z.array(z.strictObject({ variable: z.enum(VARIABLES), value: z.string(), number: count })),
  flows: z.array(FlowWorth),
  emptySearches: z.array(z.strictObject({ language: z.string(), number: count })),
  /** What organisations, the library's own categories and its places are called. */
  names: z.strictObject({
    organization: z.record(z.string(), Names),
    'sub-category': z.record(z.string(), Names),
    place: z.record(z.string(), Names),
  }),
});
export type DeskWorth = z.infer<typeof DeskWorth>;

/** The channel of the dashboard. Without a period it is of this month. */
export const DESK_WORTH_CHANNELS = {
  'desk:worth': {
    role: 'staff',
    input: z.strictObject({ period: Period.nullable() }),
    output: DeskWorth,
  },
} as const;
