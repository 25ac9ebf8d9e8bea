import type { z } from 'zod';
import type { ReportForm, ReportQuestion } from '../../core/contract/administration/reports.ts';
import type { Month } from '../../core/domain/report/month.ts';
import { type Audience, monthReport } from '../../core/domain/report/month-report.ts';
import { reportHtml } from '../../core/domain/report/report-html.ts';
import { reportCsv, reportXlsx } from '../../sheets/report-files.ts';
import { reportName } from '../../sheets/report-name.ts';
import { namesOfPartners } from '../organisations/partners.ts';
import { flowsTextsIn } from '../packs/flows-texts.ts';
import { readFollowed } from '../packs/followed.ts';
import type { OpenedVersions } from '../packs/opened-versions.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { namesInLists, reportLists } from './library-names.ts';
import { readPublications } from './read-publications.ts';

/** A report as it goes out. */
export type WrittenReport = { readonly name: string; readonly type: string; readonly body: string | Buffer };

const TYPES: Readonly<Record<ReportForm, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes the report of a month; undefined when nothing is told of it, or of whom it is for. */
export async function writeReport(
  { store, versions }: { readonly store: ServerStore; readonly versions: OpenedVersions },
  library: string,
  month: Month,
  form: ReportForm,
  { kind, of, language }: z.output<typeof ReportQuestion>,
): Promise<WrittenReport | undefined> {
  const [now, ...before] = await readPublications(store, library, month);
  if (now === undefined) return undefined;
  const partners = await namesOfPartners(store, library);
  const names = namesInLists(reportLists(store.data, library).lists, language);
  const organization: Readonly<Record<string, string>> = {
    ...names.organization,
    ...Object.fromEntries(partners.map(({ id, name }) => [id, name])),
  };
  const audience: Audience =
    kind === 'library'
      ? { kind }
      : kind === 'municipality'
        ? { kind, name: of }
        : { kind, id: of, name: organization[of] ?? of };
  const flows =
    kind === 'library' ? await flowsTextsIn(versions, now.use.flows, await readFollowed(store, library)) : {};
  const report = monthReport([now, ...before], audience, language, { ...names, organization, flows });
  if (report === undefined) return undefined;
  const body =
    form === 'html'
      ? reportHtml(report, '../report.css')
      : form === 'csv'
        ? reportCsv(report)
        : await reportXlsx(report);
  return { name: reportName(now, audience, form), type: TYPES[form], body };
}
