import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aFlood } from '../../../scripts/walkthrough/payloads.ts';
import { openIncident } from '../../../scripts/walkthrough/steps/request.ts';
import type { ReportContent } from '../../../shared/domain/situation-report/report-content.ts';
import { reportIdOf } from '../../../shared/domain/situation-report/report-id.ts';
import type { ReportStep } from '../../../shared/domain/situation-report/situation-report-commands.ts';
import type { Role } from '../../../shared/http/roles.ts';
import { situationReportRoutes as routes } from '../../../shared/http/routes/situation-reports.ts';
import type { SituationReportView } from '../../../shared/http/views/situation-report.ts';
import { now, type Scene, XINING } from './scene.ts';

/** Xining has opened an incident, and so its reports on it. */
export const reportedIncident = async ({ desk }: Scene) => {
  const incidentId = await openIncident(desk, XINING, aFlood(XINING, now()));
  return { incidentId, reportId: reportIdOf(incidentId, 'its-city') };
};

/** Somebody of Xining takes a step with the draft. */
export const takeStep = async ({ desk }: Scene, reportId: string, role: Role, body: ReportStep) =>
  (await desk(role, XINING).call(routes.takeReportStep, { params: { reportId }, body })).body;

/** The draft goes through the whole chain. @returns the reports after it. */
export const approveDraft = async (scene: Scene, reportId: string): Promise<SituationReportView> => {
  await takeStep(scene, reportId, 'duty-officer', { step: 'submit' });
  await takeStep(scene, reportId, 'coordinator', { step: 'approve', words: '情况属实' });
  return takeStep(scene, reportId, 'representative', { step: 'approve', words: '同意报送' });
};

/** Xining writes the next version and approves it. */
export const approvedVersion = async (
  scene: Scene,
  reportId: string,
  body: ReportContent,
): Promise<SituationReportView> => {
  const params = { reportId };
  const duty = scene.desk('duty-officer', XINING);
  const { etag = '' } = await duty.call(routes.readSituationReport, { params });
  await duty.call(routes.writeReport, { params, body, ifMatch: etag });
  return approveDraft(scene, reportId);
};

/** @returns what a city has of the reports, once it is so. */
export const reportsWhere = async (
  { desk }: Scene,
  city: string,
  reportId: string,
  isSo: (reports: SituationReportView) => boolean,
): Promise<SituationReportView> =>
  eventually(
    async () => {
      const { body } = await desk('duty-officer', city).call(routes.readSituationReport, { params: { reportId } });
      return isSo(body) ? body : undefined;
    },
    { what: `the reports ${reportId} at ${city}` },
  );
