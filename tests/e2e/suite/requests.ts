import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem, aPromise, aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import {
  acceptance,
  answer,
  answeredBy,
  pendingRequisition,
  type readReceived,
  receivedWhere,
  requisition,
} from '../../../scripts/walkthrough/steps/received-request.ts';
import {
  approvedRequest,
  draft,
  openIncident,
  place,
  placedRequest,
  readRequest,
  requestWhere,
} from '../../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Deployment } from '../deployment.ts';
import { agreed, asked } from './missions.ts';
import { HAIDONG, LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** A pre-authorised item is answered at once; should that be interrupted, the clock does it within a minute. */
const CLOCK_MS = 100_000;

/** The turns a request can take besides its main way. */
export const describeRequests = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const coordinator = desk('coordinator', XINING);
  const dutyOfficer = desk('duty-officer', LANZHOU);

  describe.concurrent('a request', () => {
    test('is approved by somebody who did not write it', async () => {
      const at = now();
      const incidentId = await openIncident(desk, XINING, aFlood(XINING, at));
      const { requestId } = await draft(desk, XINING, incidentId, [anItem(XINING, at)]);
      const approval = coordinator.call(requestRoutes.approveRequest, { params: { requestId } });
      expect(await refusalOf(approval)).toMatchObject({ status: 403, code: 'role-not-allowed' });
      const early = place(desk, XINING, requestId, [await agreed(scene)]);
      expect(await refusalOf(early)).toMatchObject({ status: 409, code: 'request-status-does-not-allow' });
    });

    test('is not placed where the agreement does not cover it; the error names the term and the partner', async () => {
      const at = now();
      const covered = await agreed(scene);
      const kinds = ['water-rescue'] as const;
      const terms = someTerms(at, { resourceKinds: [...kinds], preAuthorised: [] });
      const narrow = await signAgreement(desk, { from: XINING, to: HAIDONG, terms });
      const items = [anItem(XINING, at), anItem(XINING, at, { kind: 'medical-rescue' })];
      const { requestId } = await approvedRequest(desk, { city: XINING, incident: aFlood(XINING, at), items });
      expect(await refusalOf(place(desk, XINING, requestId, [covered, narrow]))).toMatchObject({
        status: 409,
        code: 'resource-kind-out-of-scope',
        errors: [{ pointer: '/agreementIds/1' }],
        parameters: { partner: HAIDONG, kind: 'medical-rescue' },
      });
      expect((await readRequest(desk, XINING, requestId)).placements).toEqual([]);
      const chemical = aFlood(XINING, at, { hazard: 'chemical' });
      const other = await approvedRequest(desk, { city: XINING, incident: chemical, items: [anItem(XINING, at)] });
      expect(await refusalOf(place(desk, XINING, other.requestId, [covered]))).toMatchObject({
        status: 409,
        code: 'hazard-out-of-scope',
      });
    });

    test('is answered by itself where the agreement pre-authorises it', { timeout: CLOCK_MS + 30_000 }, async () => {
      const entry = aTeam(LANZHOU, now(), { kind: 'communications', name: '应急通信一队（演示）', level: 2 });
      await registerTeam(desk, LANZHOU, entry);
      const item = anItem(XINING, now(), { kind: 'communications', level: 3, mission: '恢复现场通信' });
      const { requestId, itemId } = await asked(scene, { item });
      const request = await eventually(
        async () => {
          const seen = await readRequest(desk, XINING, requestId);
          return seen.placements[0]?.status === 'answered' && seen;
        },
        { timeoutMs: CLOCK_MS, what: 'the automatic answer' },
      );
      const [given] = request.placements[0]?.answers ?? [];
      expect(given).toMatchObject({ automatic: true, answer: { itemId, response: 'accept' } });
    });

    test('that is updated reaches the partner in its new form, and unchanged items keep their answers', async () => {
      const at = now();
      const agreementId = await agreed(scene);
      const items = [anItem(XINING, at), anItem(XINING, at, { kind: 'medical-rescue', level: 3 })];
      const asking = { city: XINING, incident: aFlood(XINING, at), items, agreementIds: [agreementId] };
      const { requestId, items: placed } = await placedRequest(desk, asking);
      const [water, medical] = placed;
      if (!water || !medical) throw new Error('two items were placed');
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, at));
      await receivedWhere(desk, LANZHOU, requestId);
      await answer(desk, LANZHOU, requestId, [
        acceptance(water.itemId, [teamId], at),
        { response: 'decline', itemId: medical.itemId, reason: '无队可派' },
      ]);
      await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId: medical.itemId });

      const body = { items: [water, { ...medical, quantity: 2, mission: '救治伤员并后送' }] };
      await coordinator.call(requestRoutes.updateRequest, { params: { requestId }, body });
      const isUpdated = ({ items: known }: Awaited<ReturnType<typeof readReceived>>) => known[1]?.item.quantity === 2;
      const received = await receivedWhere(desk, LANZHOU, requestId, isUpdated);
      expect(received.items.map(({ progress }) => progress)).toEqual(['answered', 'unanswered']);
      const { placements } = await readRequest(desk, XINING, requestId);
      expect(placements[0]).toMatchObject({ status: 'awaiting', answers: [{ answer: { itemId: water.itemId } }] });
      const { costs } = aPromise(at);
      await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId: water.itemId, teamIds: [teamId], costs }]);
      await pendingRequisition(desk, LANZHOU, requestId);
    });

    test('that is cancelled is over at the partner too', async () => {
      const { requestId } = await asked(scene);
      const body = { reason: '水位已回落' };
      await coordinator.call(requestRoutes.cancelRequest, { params: { requestId }, body });
      const received = await receivedWhere(desk, LANZHOU, requestId, ({ status }) => status === 'cancelled');
      expect(received.ending).toMatchObject({ outcome: 'cancelled', reason: body.reason });
      const late = dutyOfficer.call(receivedRequestRoutes.answerReceivedRequest, {
        params: { requestId },
        body: {
          items: received.items.map(({ item }) => ({
            response: 'decline' as const,
            itemId: item.itemId,
            reason: '晚了',
          })),
        },
      });
      expect(await refusalOf(late)).toMatchObject({ status: 409, code: 'received-request-ended' });
    });

    test('whose every partner declines is unable to fill', async () => {
      const { requestId, itemId } = await asked(scene);
      await answer(desk, LANZHOU, requestId, [{ response: 'decline', itemId, reason: '本市亦有汛情' }]);
      const request = await requestWhere(desk, XINING, requestId, ({ status }) => status === 'unable-to-fill');
      expect(request.placements[0]?.answers[0]?.answer).toMatchObject({ response: 'decline', reason: '本市亦有汛情' });
    });
  });
};
