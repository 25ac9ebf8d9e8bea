import { z } from 'zod';
import { Month } from '../../domain/report/month.ts';
import type { Route } from './route.ts';

/** Null is not told. */
const Shown = z.number().int().nonnegative().nullable();
const Named = z.strictObject({ id: z.string(), number: Shown });

/** What visitors did in a month, as it was published (`core/domain/report/publish-use.ts`). */
export const UseOnPage = z.strictObject({
  /** The months that are told of, newest first. */
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
