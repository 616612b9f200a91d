import { describe, expect, test } from 'vitest';
import { aCallOut, aFlood, anExpert, type ExpertEntry } from '../../../scripts/walkthrough/payloads.ts';
import { appointExpert, openCallOut } from '../../../scripts/walkthrough/steps/expert.ts';
import { readStory, verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { expertRoutes } from '../../../shared/http/routes/experts.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import type { Deployment } from '../deployment.ts';
import { now, refusalOf, sceneOf, XINING } from './scene.ts';

/** The pool of experts, and calling them out. */
export const describeExperts = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', XINING);
  const expert = desk('expert', XINING);

  const anIncident = async (parties: string[] = []): Promise<string> => {
    const body = aFlood(XINING, now(), { parties });
    return (await coordinator.call(incidentRoutes.openIncident, { body })).body.incidentId;
  };
  const appointed = (overrides: Partial<ExpertEntry> = {}) =>
    appointExpert(desk, XINING, { ...anExpert(XINING, now()), ...overrides });

  describe.concurrent('experts', () => {
    test('are called out, advise and are appraised; the incident notes what they signed', async () => {
      const incidentId = await anIncident();
      const { expertId } = await appointed();
      const { callOutId } = await openCallOut(desk, XINING, aCallOut(incidentId, [expertId], now()));
      const params = { callOutId };
      await expert.call(callOutRoutes.answerInvitation, { params, body: { answer: 'accept' } });
      const opinion = { text: '建议撤离。（演示）', attachments: [] };
      await expert.call(callOutRoutes.giveOpinion, { params, body: opinion });
      const appraisal = { params: { callOutId, expertId }, body: { grade: 4, words: '及时（演示）' } };
      await coordinator.call(callOutRoutes.appraiseExpert, appraisal);
      const { body: closed } = await coordinator.call(callOutRoutes.closeCallOut, { params });
      expect(closed).toMatchObject({ status: 'closed', invitations: [{ status: 'opinion-given', opinion }] });
      const { body } = await coordinator.call(expertRoutes.readExpert, { params: { expertId } });
      expect(body).toMatchObject({ openCallOuts: 0, averageGrade: 4 });
      const { chapters } = await readStory(desk, XINING, 'incident', incidentId);
      const types = chapters.flatMap(({ entries }) => entries.map(({ type }) => type));
      expect(types).toEqual(['incidentReported', 'incidentVerified', 'responseLevelSet', 'opinionReceived']);
      for (const [kind, id] of [
        ['incident', incidentId],
        ['call-out', callOutId],
        ['expert', expertId],
      ] as const)
        expect(await verifyStory(desk, XINING, kind, id)).toMatchObject({ intact: true });
    });

    test('are not invited where they have an interest', async () => {
      const party = '虚构沿河化工厂';
      const incidentId = await anIncident([party]);
      const { expertId } = await appointed({ recusals: [{ party, reason: '曾任顾问（演示）' }] });
      const inviting = openCallOut(desk, XINING, aCallOut(incidentId, [expertId], now()));
      expect(await refusalOf(inviting)).toMatchObject({ status: 409, code: 'expert-recused' });
    });

    test('are reached by who needs to, and see nothing of others', async () => {
      const { expertId } = await appointed({ personId: 'somebody-else' });
      const reading = { params: { expertId }, body: { reason: '请求咨询（演示）' } };
      const { body } = await desk('duty-officer', XINING).call(expertRoutes.readExpertContact, reading);
      expect(body).toEqual({ telephone: '000-0000-0002' });
      expect(await refusalOf(coordinator.call(expertRoutes.readExpertContact, reading))).toMatchObject({
        status: 403,
        code: 'expert-contact-not-needed',
      });
      expect(await refusalOf(expert.call(expertRoutes.readExpert, { params: { expertId } }))).toMatchObject({
        status: 403,
        code: 'not-the-expert',
      });
    });
  });
};
