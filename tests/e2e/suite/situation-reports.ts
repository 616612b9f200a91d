import { describe, expect, test } from 'vitest';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { situationReportRoutes as routes } from '../../../shared/http/routes/situation-reports.ts';
import { reportContent, someDivisions } from '../../builders/situation-report.ts';
import type { Deployment } from '../deployment.ts';
import { agreed } from './missions.ts';
import { approvedVersion, reportedIncident, reportsWhere, takeStep } from './reporting.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** Reports on an incident, from the first to a correction, between two cities. */
export const describeSituationReports = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const lanzhou = desk('coordinator', LANZHOU);

  describe.concurrent('reports on an incident', () => {
    test('are approved, sent and corrected, and the partner can prove each version', { timeout: 120_000 }, async () => {
      const agreementId = await agreed(scene);
      const { incidentId, reportId } = await reportedIncident(scene);
      const params = { reportId };
      const first = await approvedVersion(scene, reportId, reportContent({ asOf: now() }));
      expect(first).toMatchObject({ status: 'reporting', latest: { number: 1 }, totals: { dead: 1, missing: 2 } });
      await desk('coordinator', XINING).call(routes.sendReport, { params, body: { agreements: [agreementId] } });
      await reportsWhere(scene, LANZHOU, reportId, ({ latest }) => latest?.number === 1);

      const correction = { asOf: now(), corrects: 1, reason: '一人获救', divisions: someDivisions(0) };
      await approvedVersion(scene, reportId, reportContent(correction));
      const received = await reportsWhere(scene, LANZHOU, reportId, ({ latest }) => latest?.number === 2);
      expect(received).toMatchObject({
        side: 'received',
        city: XINING,
        totals: { dead: 0 },
        versions: [
          { number: 1, correctedBy: 2 },
          { number: 2, corrects: 1 },
        ],
      });
      const version = async (number: number) =>
        (await lanzhou.call(routes.readReportVersion, { params: { reportId, number } })).body;
      expect(await version(1)).toMatchObject({ proof: 'valid', totals: { dead: 1 }, correctedBy: 2 });
      const corrected = await version(2);
      expect(corrected).toMatchObject({ proof: 'valid', totals: { dead: 0 } });
      expect(corrected.text.zh).toContain('更正说明：一人获救');
      const { body: sum } = await lanzhou.call(routes.rollUpIncident, { params: { incidentId } });
      expect(sum.totals).toMatchObject({ dead: 0, missing: 2 });
      expect(await verifyStory(desk, LANZHOU, 'situation-report', reportId)).toMatchObject({ intact: true });
    });

    test('wait for the right person at each step', async () => {
      const { reportId } = await reportedIncident(scene);
      const duty = desk('duty-officer', XINING);
      const params = { reportId };
      const { etag = '' } = await duty.call(routes.readSituationReport, { params });
      const late = reportContent({ kind: 'follow-up', asOf: now() });
      expect(await refusalOf(duty.call(routes.writeReport, { params, body: late, ifMatch: etag }))).toMatchObject({
        code: 'report-first-missing',
      });
      await duty.call(routes.writeReport, { params, body: reportContent({ asOf: now() }), ifMatch: etag });
      await takeStep(scene, reportId, 'duty-officer', { step: 'submit' });
      const early = takeStep(scene, reportId, 'representative', { step: 'approve' });
      expect(await refusalOf(early)).toMatchObject({ code: 'report-not-your-turn' });
      const back = await takeStep(scene, reportId, 'coordinator', { step: 'send-back', words: '请补充起因' });
      expect(back.draft).toMatchObject({ status: 'sent-back', remarks: [{ did: 'submitted' }, { did: 'sent-back' }] });
    });
  });
};
