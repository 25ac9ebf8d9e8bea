import { z } from 'zod';
import { Language } from '../../domain/language.ts';
import { Month } from '../../domain/report/month.ts';
import { PrintResult } from '../print.ts';

const Nothing = z.strictObject({});

/** As what a report is saved. */
export const DeskReportForm = z.enum(['pdf', 'csv', 'xlsx']);
export type DeskReportForm = z.infer<typeof DeskReportForm>;

/** Whom a report is for: `desk`, `branch:…`, `library`, `municipality:…` or `partner:…`. */
const Audience = z.string().min(1).max(140);

const ReportWanted = z.strictObject({ month: Month, audience: Audience, language: Language });
export type ReportWanted = z.infer<typeof ReportWanted>;

/** Of which months a report can be made here, and for whom. */
export const DeskReports = z.strictObject({
  /** Newest first. */
  months: z.array(
    z.strictObject({
      month: Month,
      /** For whom there is one, this branch first; with the name that it has in the report. */
      audiences: z.array(z.strictObject({ audience: Audience, name: z.string() })),
    }),
  ),
});
export type DeskReports = z.infer<typeof DeskReports>;

/** What came of saving. `cancelled`: no place was chosen. `nothing`: nothing is told of that month, or of whom it is for. */
export const SaveResult = z.enum([
  ...['saved', 'cancelled', 'no-stick', 'disk-full', 'not-writable', 'nothing', 'failed'],
] as readonly SaveResult[]);
export type SaveResult =
  | 'saved'
  | 'cancelled'
  | 'no-stick'
  | 'disk-full'
  | 'not-writable'
  | 'nothing'
  | 'failed';

/** The channels of monthly reports at the desk. What is in them, the publication of the month says, and nothing else. */
export const DESK_REPORT_CHANNELS = {
  'report:list': { role: 'staff', input: Nothing, output: DeskReports },
  /** To a place that somebody chooses; on a kiosk, to the stick that is plugged in. */
  'report:save': {
    role: 'staff',
    input: z.strictObject({ ...ReportWanted.shape, form: DeskReportForm }),
    output: SaveResult,
  },
  'report:print': {
    role: 'staff',
    input: ReportWanted,
    output: z.union([PrintResult, z.literal('nothing')]),
  },
} as const;
