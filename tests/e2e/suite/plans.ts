import { describe, expect, test } from 'vitest';
import { aFlood } from '../../../scripts/walkthrough/payloads.ts';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { PlanDetails } from '../../../shared/domain/plan/plan-details.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Deployment } from '../deployment.ts';
import { now, refusalOf, sceneOf, XINING } from './scene.ts';

const plan = (title: string, overrides: Partial<PlanDetails> = {}): PlanDetails => ({
  ...{ title, type: 'special', hazards: ['flood'], eventClasses: [], levels: [] },
  ...{ owner: '西宁市应急管理局', version: '2025年修订', validFrom: '2025-06-01T00:00:00.000Z' },
  requestTemplate: {
    items: [
      {
        ...{ kind: 'water-rescue', level: 2, quantity: 2, mission: '转移被困群众（演示）', siteConditions: '' },
        ...{ neededByMinutes: 240, neededUntilMinutes: 4320 },
        logistics: { meals: true, lodging: true, fuel: true },
      },
    ],
  },
  ...overrides,
});

/** Plans on file, and what is asked for by them. */
export const describePlans = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', XINING);
  const file = async (body: PlanDetails) => (await coordinator.call(planRoutes.filePlan, { body })).body;

  describe.concurrent('plans on file', () => {
    test('are shown by an incident that they match, and open a request in one call', async () => {
      const special = await file(plan(`防汛专项预案（演示）${now()}`));
      const general = await file(plan(`总体预案（演示）${now()}`, { type: 'general', hazards: [] }));
      const other = await file(plan(`矿山预案（演示）${now()}`, { hazards: ['mine'] }));
      const opened = await coordinator.call(incidentRoutes.openIncident, { body: aFlood(XINING, now()) });
      const { incidentId, occurredAt } = opened.body;
      const params = { incidentId };
      const { body } = await coordinator.call(planRoutes.listMatchingPlans, { params, query: { limit: 200 } });
      const order = body.items.map(({ planId }) => planId);
      expect(order).toEqual(expect.arrayContaining([special.planId, general.planId]));
      expect(order.indexOf(special.planId)).toBeLessThan(order.indexOf(general.planId));
      expect(order).not.toContain(other.planId);
      const { planId, title, version } = special;
      const drafted = await coordinator.call(requestRoutes.draftRequestFromPlan, { params, body: { planId } });
      expect(drafted.body).toMatchObject({
        status: 'drafted',
        plan: { planId, title, version },
        items: [{ kind: 'water-rescue', quantity: 2, neededBy: plus(occurredAt, 240 * MINUTE_MS) }],
      });
      expect(await verifyStory(desk, XINING, 'request', drafted.body.requestId)).toMatchObject({ intact: true });
    });

    test('are revised and retired, and draft nothing any more', async () => {
      const { planId } = await file(plan(`地震预案（演示）${now()}`));
      const params = { planId };
      const { etag = '' } = await coordinator.call(planRoutes.readPlan, { params });
      const next = { plan: plan('地震预案（演示）', { version: '2026年修订' }), reason: '年度评估（演示）' };
      const revised = await coordinator.call(planRoutes.revisePlan, { params, body: next, ifMatch: etag });
      expect(revised.body.formerVersions).toMatchObject([{ version: '2025年修订', reason: '年度评估（演示）' }]);
      await coordinator.call(planRoutes.retirePlan, { params, body: { reason: '并入新预案（演示）' } });
      const { body } = await coordinator.call(incidentRoutes.openIncident, { body: aFlood(XINING, now()) });
      const draft = { params: { incidentId: body.incidentId }, body: { planId } };
      const refused = await refusalOf(coordinator.call(requestRoutes.draftRequestFromPlan, draft));
      expect(refused).toMatchObject({ status: 409, code: 'plan-retired' });
    });
  });
};
