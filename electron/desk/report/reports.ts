import { join } from 'node:path';
import type { DeskReportForm, ReportWanted, SaveResult } from '../../../core/contract/desk/report.ts';
import type { Handlers } from '../../../core/contract/ipc.ts';
import type { DeskLists } from '../../../core/domain/desk/desk-lists.ts';
import type { FlowsTexts } from '../../../core/domain/report/flow-texts.ts';
import { type Audience, type MonthReport, monthReport } from '../../../core/domain/report/month-report.ts';
import type { PublishedUse } from '../../../core/domain/report/publication.ts';
import type { OwnNames } from '../../../core/domain/report/value-name.ts';
import { type Language, pick } from '../../../core/domain/words.ts';
import type { ReadDb, WriteDb } from '../../../db/open.ts';
import { readEnrolment } from '../../../db/ops/enrolment.ts';
import { readPartners } from '../../../db/ops/handovers/partners.ts';
import { listPublications, readPublications, type ToldMonth } from '../../../db/ops/publications.ts';
import { reportName } from '../../../sheets/report-name.ts';
import type { Log } from '../../log.ts';
import type { PrintRoom } from '../../print/print-room.ts';
import { audiencesOf, type NamedAudience } from './audiences.ts';
import { closeOwnMonths } from './own-months.ts';
import { saveFile } from './save-file.ts';

type ReportHandlers = Pick<Handlers, 'report:list' | 'report:save' | 'report:print'>;

/** What reports at the desk need of the rest of the app. */
export type DeskReportsPlan = {
  readonly dataDir: string;
  /** Uses the ops store. Undefined when there is none, or when it takes no writes. */
  readonly write: <T>(act: (ops: WriteDb, now: Date) => T) => T | undefined;
  readonly lists: () => DeskLists;
  /** What flows are called in the content of this device. */
  readonly flowsTexts: (flows: PublishedUse['flows']) => Promise<FlowsTexts>;
  /** The desk's own PC asks where to; a kiosk, which has no dialogs, writes on the stick that is plugged in. */
  readonly choosePlace: ((name: string, form: DeskReportForm) => Promise<string | undefined>) | undefined;
  readonly sticks: () => readonly { readonly folder: string }[];
  readonly pdf: (report: MonthReport) => Promise<Uint8Array>;
  readonly printRoom: () => Promise<Pick<PrintRoom, 'printReport'>>;
  /** Tells one visit from another: whoever asked may have gone while the dialog stood there. */
  readonly visit: () => number;
  readonly log: Log;
};

/**
 * Monthly reports at the desk, without a network: of what the server published of the library, and, from when this device belonged to no
 * server, of what it counted itself, suppressed in the same way. Nothing exact goes into a file.
 */
export function deskReportHandlers(plan: DeskReportsPlan): ReportHandlers {
  const find = async (
    wanted: ReportWanted,
  ): Promise<{ report: MonthReport; of: Audience; library: string } | undefined> => {
    const found = plan.write((ops) => {
      const { of, told } =
        audiencesIn(ops, wanted.month).find(({ audience }) => audience === wanted.audience) ?? {};
      const [now, ...before] = told === undefined ? [] : readPublications(ops, told);
      if (of === undefined || now === undefined) return undefined;
      return { of, now, before, names: namesIn(plan.lists(), readPartners(ops), wanted.language) };
    });
    if (found === undefined) return undefined;
    const { of, now, before, names } = found;
    const flows = await plan.flowsTexts(now.use.flows);
    const report = monthReport([now, ...before], of, wanted.language, { ...names, flows });
    return report && { report, of, library: now.library };
  };
  const bytesOf = async (report: MonthReport, form: DeskReportForm): Promise<Uint8Array> => {
    if (form === 'pdf') return plan.pdf(report);
    const { reportCsv, reportXlsx } = await import('../../../sheets/report-files.ts');
    return form === 'csv' ? Buffer.from(reportCsv(report)) : reportXlsx(report);
  };
  const save = async (wanted: ReportWanted, form: DeskReportForm): Promise<SaveResult> => {
    const mine = plan.visit();
    const found = await find(wanted);
    if (found === undefined) return 'nothing';
    const name = reportName({ library: found.library, month: wanted.month }, found.of, form);
    const bytes = await bytesOf(found.report, form);
    const [stick] = plan.choosePlace === undefined ? plan.sticks() : [];
    if (plan.choosePlace === undefined && stick === undefined) return 'no-stick';
    const path = stick === undefined ? await plan.choosePlace?.(name, form) : join(stick.folder, name);
    if (path === undefined || plan.visit() !== mine) return 'cancelled';
    return saveFile(path, bytes);
  };
  return {
    'report:list': () => {
      const months = plan.write((ops, now) => {
        if (readEnrolment(ops) === undefined) closeOwnMonths(ops, plan.dataDir, now);
        return [...new Set(listPublications(ops).map(({ month }) => month))].map((month) => ({
          month,
          audiences: audiencesIn(ops, month).map(({ audience, name }) => ({ audience, name })),
        }));
      });
      return { months: months ?? [] };
    },
    'report:save': async ({ form, ...wanted }) => {
      const result = await save(wanted, form).catch((error: unknown) => {
        plan.log.trouble('report-not-saved', String((error as Error).stack ?? error));
        return 'failed' as const;
      });
      plan.log.note('report', `${form}: ${result}`);
      return result;
    },
    'report:print': async (wanted) => {
      const found = await find(wanted);
      return found === undefined ? 'nothing' : (await plan.printRoom()).printReport(found.report);
    },
  };
}

/** For whom there is a report of a month: of what the server told of the library, and of what this device told of itself before. */
function audiencesIn(ops: ReadDb, month: string): (NamedAudience & { readonly told: ToldMonth })[] {
  return listPublications(ops)
    .filter((told) => told.month === month)
    .flatMap((told) => {
      const [publication] = readPublications(ops, told, 1);
      if (publication === undefined) return [];
      const branch = told.source === 'server' ? (readEnrolment(ops)?.branch ?? '') : undefined;
      return audiencesOf(publication, { branch, partners: readPartners(ops) }).map((each) => ({
        ...each,
        told,
      }));
    });
}

/** Lists that grow are called as the library calls them; partners as the server does. */
function namesIn(
  { organizations, subCategories, places }: DeskLists,
  partners: readonly { readonly id: string; readonly name: string }[],
  language: Language,
): OwnNames {
  const names = (
    of: readonly { readonly id: string; readonly names: Readonly<Partial<Record<Language, string>>> }[],
  ) => Object.fromEntries(of.map((each) => [each.id, pick(each.names, language)?.value || each.id]));
  return {
    organization: {
      ...names(organizations),
      ...Object.fromEntries(partners.map(({ id, name }) => [id, name])),
    },
    'sub-category': names(subCategories),
    place: names(places),
  };
}
