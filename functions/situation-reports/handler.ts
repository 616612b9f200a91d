import {
  SituationReportCardSchema,
  situationReportList,
} from '../../shared/domain/situation-report/situation-report-listings.ts';
import { situationReportConversation as conversation } from '../../shared/exchange/conversations/situation-report.ts';
import { situationReportRoutes as routes } from '../../shared/http/routes/situation-reports.ts';
import { situationReportView as view } from '../../shared/http/views/situation-report.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler } from '../../shared/lambda/http-handler.ts';
import { pendingIn } from '../../shared/lambda/pending.ts';
import { nextReport } from './next-report.ts';
import { readVersion } from './read-version.ts';
import { rollUpIncident } from './roll-up-incident.ts';
import type { SituationReportsCell } from './situation-reports-cell.ts';
import { writingRoutes } from './writing-routes.ts';

/** Reports on incidents, own and received. */
export const createHandler = (cell: SituationReportsCell) =>
  createHttpHandler(cell, [
    implement(routes.listSituationReports, async ({ query: { side, status, incident, ...page } }) => ({
      body: await listCards(cell, situationReportList({ side, status, incident }), page, SituationReportCardSchema, {
        descending: true,
      }),
    })),
    implement(routes.readSituationReport, async ({ params }) => {
      const loaded = await loadOr404(cell, conversation, params.reportId);
      const pending = pendingIn(cell, conversation, loaded);
      return { body: { ...view(loaded.state), pending }, version: loaded.row.version };
    }),
    implement(routes.readReportVersion, async ({ params: { reportId, number } }) => ({
      body: await readVersion(cell, reportId, number),
    })),
    implement(routes.readNextReport, async ({ params }) => ({ body: await nextReport(cell, params.reportId) })),
    implement(routes.rollUpIncident, async ({ params }) => ({ body: await rollUpIncident(cell, params.incidentId) })),
    ...writingRoutes(cell),
  ]);
