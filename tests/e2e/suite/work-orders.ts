import { describe, expect, test } from 'vitest';
import { placeIn } from '../../../scripts/walkthrough/payloads.ts';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { workOrderRoutes as routes } from '../../../shared/http/routes/work-orders.ts';
import { newSecret } from '../../../shared/lambda/new-secret.ts';
import type { Deployment } from '../deployment.ts';
import { now, refusalOf, sceneOf, statusOf, XINING } from './scene.ts';

/** The hotline's orders, from the call to the file. */
export const describeWorkOrders = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const hotline = desk('hotline', XINING);
  const duty = desk('duty-officer', XINING);

  const anOrder = (description = '小区地下车库进水，有人被困（演示）') => ({
    number: `HL-${newSecret().slice(0, 12)}`,
    hazard: 'flood' as const,
    description,
    occurredAt: now(),
    position: placeIn(XINING, '南川东路虚构小区（演示）'),
    caller: { name: '演示来电人', telephone: '000-0000-0000' },
    exercise: false,
  });

  describe.concurrent('a work order of the hotline', () => {
    test('comes in once, becomes an incident, and its caller is answered', async () => {
      const order = anOrder();
      const { body: entered } = await hotline.call(routes.enterWorkOrder, { body: order });
      const { body: again } = await hotline.call(routes.enterWorkOrder, { body: order });
      expect(again.workOrderId).toBe(entered.workOrderId);
      const params = { workOrderId: entered.workOrderId };
      const { body: handled } = await duty.call(routes.handleWorkOrder, { params, body: { by: 'new-incident' } });
      const incidentId = handled.inside?.incidentId ?? '';
      const { body: incident } = await duty.call(incidentRoutes.readIncident, { params: { incidentId } });
      expect(incident).toMatchObject({ status: 'reported', workOrders: [{ number: order.number }] });

      const { body: second } = await hotline.call(routes.enterWorkOrder, { body: anOrder() });
      const { body: alike } = await duty.call(routes.listDuplicates, { params: { workOrderId: second.workOrderId } });
      expect(alike.items.map(({ id }) => id)).toContain(incidentId);
      const merge = { params: { workOrderId: second.workOrderId }, body: { into: entered.workOrderId } };
      await duty.call(routes.mergeWorkOrder, merge);
      await duty.call(routes.answerWorkOrder, { params, body: { words: '被困人员已救出（演示）' } });
      const { body: told } = await hotline.call(routes.readWorkOrder, { params: merge.params });
      expect(told.answer.zh).toBe(`与工单${order.number}合并办理。被困人员已救出（演示）`);
      await duty.call(routes.followWorkOrderUp, { params, body: { satisfaction: 5, words: '满意' } });
      const { body: archived } = await duty.call(routes.archiveWorkOrder, { params });
      expect(archived).toMatchObject({ workOrderStep: 'archive', merged: [{ workOrderId: second.workOrderId }] });
      expect(await verifyStory(desk, XINING, 'work-order', entered.workOrderId)).toMatchObject({ intact: true });
    });

    test('is all that the hotline sees', async () => {
      const { body: own } = await hotline.call(routes.enterWorkOrder, { body: anOrder() });
      expect(own).not.toHaveProperty('inside');
      expect(own.caller).toEqual({ name: '演*', telephone: '000****0000' });
      const params = { workOrderId: own.workOrderId };
      expect(await statusOf(hotline.call(incidentRoutes.listIncidents, {}))).toBe(403);
      const read = hotline.call(routes.readCaller, { params, body: { reason: '核对' } });
      expect(await refusalOf(read)).toMatchObject({ status: 403, code: 'role-not-allowed' });
      const { body: byDesk } = await duty.call(routes.enterWorkOrder, { body: anOrder() });
      const another = hotline.call(routes.readWorkOrder, { params: { workOrderId: byDesk.workOrderId } });
      expect(await statusOf(another)).toBe(404);
    });
  });
};
