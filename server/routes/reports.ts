import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  ReportForm,
  ReportMonths,
  ReportPublications,
  ReportQuestion,
} from '../../core/contract/administration/reports.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { Month } from '../../core/domain/report/month.ts';
import { REPORT_STYLE } from '../../core/domain/report/report-style.ts';
import { libraryOf, permit } from '../accounts/permit.ts';
import { RefusedError } from '../http/refusal.ts';
import { listPartners } from '../organisations/partners.ts';
import { listPublished, readPublications } from '../reports/read-publications.ts';
import { writeReport } from '../reports/write-report.ts';
import type { ServerStore } from '../store/open-server-store.ts';

const ONE = z.object({ month: Month });
const NOT_TOLD =
  'Nothing is told of this month, municipality or partner. A month is told of a week after it.';

/**
 * What is told of the months of a library, for whoever may read it: what was published, and reports of it as a page for paper, as CSV and
 * as XLSX. There is nothing else to ask: no other period and no part of a month, so no two answers can be held against each other.
 */
export function serveReports(app: FastifyInstance, store: ServerStore): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const refusals = { '4xx': Refusal, '5xx': Refusal };
  typed.get(
    '/api/v1/reports',
    {
      onRequest: permit('reader'),
      schema: { summary: 'The months that are told of.', response: { 200: ReportMonths, ...refusals } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const library = libraryOf(request);
      const partners = await listPartners(store, library);
      return {
        months: await listPublished(store, library),
        partners: partners.map(({ id, name }) => ({ id, name })),
      };
    },
  );
  typed.get(
    '/api/v1/reports/:month',
    {
      onRequest: permit('reader'),
      schema: {
        summary: 'What is told of a month, and of those before it.',
        params: ONE,
        response: { 200: ReportPublications, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { publications: await readPublications(store, libraryOf(request), request.params.month) };
    },
  );
  typed.get(
    '/api/v1/reports/:month/report.:form',
    {
      onRequest: permit('reader'),
      schema: {
        summary: 'The report of a month: for paper, or as a file.',
        params: ONE.extend({ form: ReportForm }),
        querystring: ReportQuestion.extend({ library: z.string().optional() }),
      },
    },
    async (request, reply) => {
      const { month, form } = request.params;
      const written = await writeReport(store, libraryOf(request), month, form, request.query);
      if (written === undefined) throw new RefusedError('not-found', NOT_TOLD);
      reply.header('cache-control', 'no-store');
      if (form !== 'html') reply.header('content-disposition', `attachment; filename="${written.name}"`);
      return reply.type(written.type).send(written.body);
    },
  );
  app.get('/api/v1/reports/report.css', (_, reply) =>
    reply.type('text/css; charset=utf-8').send(REPORT_STYLE),
  );
}
