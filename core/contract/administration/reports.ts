import { z } from 'zod';
import { Language } from '../../domain/language.ts';
import { FlowsTexts } from '../../domain/report/flow-texts.ts';
import { Month } from '../../domain/report/month.ts';
import { Publication } from '../../domain/report/publication.ts';
import type { Route } from './route.ts';

const Named = z.strictObject({ id: z.string(), names: z.partialRecord(Language, z.string()) });

/** The months of which a library has told, newest first. */
export const ReportMonths = z.strictObject({
  months: z.array(Month),
  /** Whose reports can be made, besides that of the library itself. */
  partners: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** What organisations are called that are no partners, as far as the server knows. */
  organizations: z.array(Named),
  /** What the places in and around its branches are called. */
  places: z.array(Named),
});
export type ReportMonths = z.infer<typeof ReportMonths>;

/**
 * What was told of a month and of those before it, newest first; none when it was not told of. `flows`: what the flows of the month are called,
 * as far as their packs are in the repository.
 */
export const ReportPublications = z.strictObject({ publications: z.array(Publication), flows: FlowsTexts });

/** In what a report is given. */
export const ReportForm = z.enum(['html', 'csv', 'xlsx']);
export type ReportForm = z.infer<typeof ReportForm>;

/** Whom a report is for (`kind`, and `of` as the publication names it) and in which language. */
export const ReportQuestion = z.object({
  kind: z.enum(['library', 'municipality', 'partner']),
  of: z.string().max(80).default(''),
  language: Language.default('nl'),
});

/** The routes of what is told of months. There is nothing else to ask: no other period, and no part of a month. */
export const REPORT_ROUTES = {
  months: {
    method: 'GET',
    path: '/api/v1/reports',
    role: 'reader',
    summary: 'The months that are told of.',
    reply: ReportMonths,
  },
  month: {
    method: 'GET',
    path: '/api/v1/reports/:month',
    role: 'reader',
    summary: 'What is told of a month, and of those before it.',
    params: z.object({ month: Month }),
    reply: ReportPublications,
  },
} as const satisfies Record<string, Route>;
