import { describe, expect, test } from 'vitest';
import { aFlood, anItem, aTeam } from '../../../scripts/walkthrough/payloads.ts';
import {
  informationAsked,
  makeOffer,
  offerWhere,
  questionWhere,
  quoteAsked,
} from '../../../scripts/walkthrough/steps/asides.ts';
import { deploymentWhere } from '../../../scripts/walkthrough/steps/deployment.ts';
import { commit, pendingRequisition } from '../../../scripts/walkthrough/steps/received-request.ts';
import { openIncident, requestWhere } from '../../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Deployment } from '../deployment.ts';
import { agreed } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** What cities say to one another besides requests: offers unasked, quotes, information. */
export const describeOffersAndQuestions = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const xining = desk('coordinator', XINING);
  const lanzhou = desk('coordinator', LANZHOU);
  const reason = '情况已有变化（演示）';

  const offered = async () => {
    const agreementId = await agreed(scene);
    const { teamId, name } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
    const { offerId } = await makeOffer(desk, LANZHOU, agreementId, [teamId], now());
    return { offerId, agreementId, teamId, name };
  };

  describe.concurrent('an unsolicited offer', () => {
    test('is seen by its receiver with the teams named, and declined with a reason', async () => {
      const { offerId, name } = await offered();
      const seen = await offerWhere(desk, XINING, offerId);
      expect(seen).toMatchObject({ side: 'receiver', status: 'offered', provider: LANZHOU });
      expect(seen.resources[0]?.teams.map((team) => team.name)).toEqual([name]);
      await xining.call(offerRoutes.declineOffer, { params: { offerId }, body: { reason } });
      const declined = await offerWhere(desk, LANZHOU, offerId, ({ status }) => status === 'declined');
      expect(declined.decline).toMatchObject({ reason });
    });

    test('is withdrawn at both ends', async () => {
      const { offerId } = await offered();
      await offerWhere(desk, XINING, offerId);
      await lanzhou.call(offerRoutes.withdrawOffer, { params: { offerId }, body: { reason } });
      const withdrawn = await offerWhere(desk, XINING, offerId, ({ status }) => status === 'withdrawn');
      expect(withdrawn.withdrawal).toMatchObject({ reason });
      const late = xining.call(offerRoutes.declineOffer, { params: { offerId }, body: { reason } });
      expect(await refusalOf(late)).toMatchObject({ status: 409 });
    });
  });

  describe.concurrent('an unsolicited offer that is taken up', () => {
    test('becomes a request and a requisition in one, and its team is committed', async () => {
      const { offerId, agreementId, teamId } = await offered();
      const { resources } = await offerWhere(desk, XINING, offerId);
      const [resource] = resources;
      if (!resource) throw new Error('something was offered');
      const incidentId = await openIncident(desk, XINING, aFlood(XINING, now()));
      const {
        kind: _kind,
        level: _level,
        quantity: _quantity,
        costCeiling: _ceiling,
        ...mission
      } = anItem(XINING, now());
      const body = {
        ...{ incidentId, agreementId, resourceId: resource.resourceId, mission, teamIds: [teamId] },
        ...{ costs: resource.costs, funding: { fundCode: 'DEMO-2026-0816' }, reason: '正是所需' },
      };
      const representative = desk('representative', XINING);
      const { body: made } = await representative.call(requestRoutes.takeUpOffer, { params: { offerId }, body });
      const { requestId } = made;
      const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
      await commit(desk, LANZHOU, { requestId, requisitionId }, [teamId], now());
      const request = await requestWhere(desk, XINING, requestId, ({ deployments }) => deployments.length > 0);
      await deploymentWhere(desk, XINING, request.deployments[0]?.deploymentId ?? '');
      for (const city of [XINING, LANZHOU]) {
        const taken = await offerWhere(desk, city, offerId, ({ status }) => status === 'taken-up');
        expect(taken.takenUp).toMatchObject({ requestId });
      }
    });
  });

  describe.concurrent('a question', () => {
    test('for a quote is answered with a price by category', async () => {
      const agreementId = await agreed(scene);
      const { questionId } = await quoteAsked(desk, XINING, agreementId, anItem(XINING, now()));
      const { question } = await questionWhere(desk, LANZHOU, questionId);
      const itemId = question.kind === 'quote' ? (question.items[0]?.itemId ?? '') : '';
      const costs = { personnel: 800_000, travel: 200_000 };
      const body = { kind: 'quote' as const, quotes: [{ response: 'accept' as const, itemId, costs }] };
      await lanzhou.call(questionRoutes.answerQuestion, { params: { questionId }, body });
      const answered = await questionWhere(desk, XINING, questionId, ({ status }) => status === 'answered');
      expect(answered.reply).toMatchObject(body);
    });

    test('for information is answered in words', async () => {
      const agreementId = await agreed(scene);
      const { questionId } = await informationAsked(desk, LANZHOU, agreementId, '南川河水位何时回落？');
      await questionWhere(desk, XINING, questionId);
      const body = { kind: 'information' as const, response: 'accept' as const, text: '预计明日凌晨。' };
      await xining.call(questionRoutes.answerQuestion, { params: { questionId }, body });
      const answered = await questionWhere(desk, LANZHOU, questionId, ({ status }) => status === 'answered');
      expect(answered.reply).toMatchObject(body);
    });

    test('is withdrawn at both ends', async () => {
      const agreementId = await agreed(scene);
      const { questionId } = await informationAsked(desk, XINING, agreementId, '可否借用排水泵？');
      await questionWhere(desk, LANZHOU, questionId);
      await xining.call(questionRoutes.withdrawQuestion, { params: { questionId }, body: { reason } });
      const withdrawn = await questionWhere(desk, LANZHOU, questionId, ({ status }) => status === 'withdrawn');
      expect(withdrawn.withdrawal).toMatchObject({ reason });
    });
  });
};
