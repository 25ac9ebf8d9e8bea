import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { REPORT_ROUTES, ReportForm, ReportQuestion } from '../../core/contract/administration/reports.ts';
import { Month } from '../../core/domain/report/month.ts';
import { REPORT_STYLE } from '../../core/domain/report/report-style.ts';
import { libraryOf, permit } from '../accounts/permit.ts';
import { RefusedError } from '../http/refusal.ts';
import { namesOfPartners } from '../organisations/partners.ts';
import { flowsTextsIn } from '../packs/flows-texts.ts';
import { readFollowed } from '../packs/followed.ts';
import type { OpenedVersions } from '../packs/opened-versions.ts';
import { reportLists } from '../reports/library-names.ts';
import { listPublished, readPublications } from '../reports/read-publications.ts';
import { writeReport } from '../reports/write-report.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { serveRoute } from './administration/serve-route.ts';

const ONE = z.object({ month: Month });
const NOT_TOLD =
  'Nothing is told of this month, municipality or partner. A month is told of a week after it.';

/**
 * What is told of the months of a library, for whoever may read it: what was published, and reports of it as a page for paper, as CSV and
 * as XLSX; `versions` say what flows are called. There is nothing else to ask: no other period and no part of a month, so no two answers can be held against each other.
 */
export function serveReports(app: FastifyInstance, store: ServerStore, versions: OpenedVersions): void {
  serveRoute(app, REPORT_ROUTES.months, async ({ library }) => {
    const { lists, fault } = reportLists(store.data, library);
    if (fault !== undefined) app.log.warn({ library, fault }, 'lists-wrong');
    return {
      months: await listPublished(store, library),
      partners: await namesOfPartners(store, library),
      organizations: [...lists.organizations],
      places: [...lists.places],
    };
  });
  serveRoute(app, REPORT_ROUTES.month, async ({ library }, { params: { month } }) => {
    const publications = await readPublications(store, library, month);
    const followed = await readFollowed(store, library);
    return { publications, flows: await flowsTextsIn(versions, publications[0]?.use.flows ?? [], followed) };
  });
  app.withTypeProvider<ZodTypeProvider>().get(
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
      const written = await writeReport({ store, versions }, libraryOf(request), month, form, request.query);
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
