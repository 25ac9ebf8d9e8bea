import { z } from 'zod';
import type { Route } from './route.ts';

const Shown = z.union([z.number().int().nonnegative(), z.enum(['few', 'hidden'])]);
const Named = z.strictObject({ id: z.string(), number: Shown });

/** A calendar month, as `2026-10`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What visitors did in a month, as `core/domain/report/use-report.ts` makes it. */
export const UseOnPage = z.strictObject({
  /** The months that are over and have figures, newest first. */
  months: z.array(Month),
  /** The month that the figures are of; null when there are none. */
  month: Month.nullable(),
  topics: z.array(z.strictObject({ ...Named.shape, pack: z.string() })),
  flows: z.array(
    z.strictObject({
      pack: z.string(),
      flow: z.string(),
      started: Shown,
      left: z.array(Named),
      reached: z.array(Named),
    }),
  ),
  searches: z.array(Named),
  languages: z.array(Named),
  readAloud: z.array(Named),
  printed: z.array(Named),
});
export type UseOnPage = z.infer<typeof UseOnPage>;

/** The route of the use of flows. */
export const USE_ROUTES = {
  report: {
    method: 'GET',
    path: '/api/v1/use',
    role: 'reader',
    summary: 'What visitors did in a month. The newest one without a month.',
    query: z.object({ month: Month.optional() }),
    reply: UseOnPage,
  },
} as const satisfies Record<string, Route>;
