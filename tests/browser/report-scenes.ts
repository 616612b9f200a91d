import type { Desk } from '../../scripts/walkthrough/desks.ts';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { DivisionFigures } from '../../shared/domain/situation-report/report-content.ts';
import { situationReportRoutes as routes } from '../../shared/http/routes/situation-reports.ts';
import { agreementWith, LANZHOU } from './aid-scenes.ts';

/** @returns the series that begins by itself when an incident is taken down. */
export const seriesOn = (desk: Desk, city: CityCode, incidentId: string): Promise<string> =>
  eventually(async () => {
    const { body } = await desk('coordinator', city).call(routes.listSituationReports, {
      query: { incident: incidentId },
    });
    return body.items.find((one) => one.side === 'own')?.reportId;
  });

/** Has a city report these figures on an incident, of its own or of a partner, and sign them. @returns the series. */
export const approvedReport = async (
  desk: Desk,
  city: CityCode,
  incident: { readonly incidentId: string; readonly incidentCity?: CityCode },
  divisions: DivisionFigures[],
): Promise<string> => {
  const writer = desk('coordinator', city);
  const reportId =
    incident.incidentCity === undefined
      ? await seriesOn(desk, city, incident.incidentId)
      : (await writer.call(routes.openSituationReport, { body: incident })).body.reportId;
  const params = { reportId };
  const { content } = (await writer.call(routes.readNextReport, { params })).body;
  const { etag = '' } = await writer.call(routes.readSituationReport, { params });
  const body = { ...content, source: '值班室（演示）', course: '河水漫堤。（虚构）', divisions };
  await writer.call(routes.writeReport, { params, ifMatch: etag, body });
  await writer.call(routes.takeReportStep, { params, body: { step: 'submit' } });
  await desk('approver', city).call(routes.takeReportStep, { params, body: { step: 'approve' } });
  return reportId;
};

/** Has Lanzhou send a series to Xining. */
export const sendToXining = async (desk: Desk, reportId: string): Promise<void> => {
  const agreements = [await agreementWith(desk, LANZHOU)];
  await desk('coordinator', LANZHOU).call(routes.sendReport, { params: { reportId }, body: { agreements } });
};
