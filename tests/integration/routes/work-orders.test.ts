import { describe, expect, it } from 'vitest';
import { createHandler as createIncidents } from '../../../functions/incidents/handler.ts';
import { createHandler as createLedger } from '../../../functions/ledger/handler.ts';
import { createHandler } from '../../../functions/work-orders/handler.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { workOrderRoutes as routes } from '../../../shared/http/routes/work-orders.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import type { WorkOrderView } from '../../../shared/http/views/work-order.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { anEntry } from '../../builders/work-order.ts';
import { createTasksWorld } from './tasks-world.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const DESK = 'duty-officer@630100';
const HOTLINE = 'hotline@630100';
const reason = '群众催问';
const answering = { words: '积水已排除' };

const world = (test = createTestCell()) => {
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: DESK, ...request });
  const enter = async (entry: Parameters<typeof anEntry>[0] = {}): Promise<WorkOrderView> => {
    const { status, body } = await call(routes.enterWorkOrder, { as: HOTLINE, body: anEntry(entry) });
    expect(status, JSON.stringify(body)).toBe(201);
    return body as WorkOrderView;
  };
  /** Somebody of the duty room does something about an order, which must succeed. */
  const act = async (
    { workOrderId }: Pick<WorkOrderView, 'workOrderId'>,
    contract: Parameters<typeof test.call>[1],
    body?: object,
  ): Promise<WorkOrderView> => {
    const answer = await call(contract, { params: { workOrderId }, ...(body === undefined ? {} : { body }) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as WorkOrderView;
  };
  return { test, handler, call, enter, act };
};

/** A world with an order after these steps, and a call about it. */
const withOrder =
  (request: TestCall, ...steps: readonly (readonly [Parameters<ReturnType<typeof world>['act']>[1], object?])[]) =>
  async () => {
    const { test, handler, enter, act } = world();
    const order = await enter();
    for (const [contract, body] of steps) await act(order, contract, body);
    return { test, handler, good: { as: DESK, params: { workOrderId: order.workOrderId }, ...request } };
  };
const FED_BACK = [routes.answerWorkOrder, answering] as const;
const FOLLOWED_UP = [routes.followWorkOrderUp, { satisfaction: 5, words: '满意' }] as const;

describe('work orders of the hotline', () => {
  itAnswersWrongCalls(routes.enterWorkOrder, async () => {
    const { test, handler } = world();
    return {
      ...{ test, handler, good: { as: HOTLINE, body: anEntry() } },
      otherBody: anEntry({ number: 'HL-OTHER' }),
    };
  });
  itAnswersWrongCalls(routes.listWorkOrders, async () => {
    const { test, handler } = world();
    return { test, handler, good: { as: DESK } };
  });
  itAnswersWrongCalls(routes.readWorkOrder, withOrder({}));
  itAnswersWrongCalls(routes.listDuplicates, withOrder({}));
  itAnswersWrongCalls(routes.acceptWorkOrder, withOrder({ body: { decision: 'send-back', reason } }));
  itAnswersWrongCalls(routes.handleWorkOrder, withOrder({ body: { by: 'own', words: '派人前往' } }));
  itAnswersWrongCalls(
    routes.superviseWorkOrder,
    withOrder({ body: { reason } }, [routes.acceptWorkOrder, { decision: 'accept' }]),
  );
  itAnswersWrongCalls(routes.answerWorkOrder, withOrder({ body: answering }));
  itAnswersWrongCalls(routes.followWorkOrderUp, withOrder({ body: { satisfaction: 4, words: '尚可' } }, FED_BACK));
  itAnswersWrongCalls(routes.archiveWorkOrder, withOrder({}, FED_BACK, FOLLOWED_UP));
  itAnswersWrongCalls(routes.reopenWorkOrder, withOrder({ body: { reason } }, FED_BACK));
  itAnswersWrongCalls(routes.mergeWorkOrder, async () => {
    const { test, handler, enter } = world();
    const { workOrderId } = await enter();
    const { workOrderId: into } = await enter({ number: 'HL-2' });
    const { workOrderId: other } = await enter({ number: 'HL-3' });
    return { test, handler, good: { as: DESK, params: { workOrderId }, body: { into } }, otherBody: { into: other } };
  });
  itAnswersWrongCalls(routes.readCaller, withOrder({ body: { reason } }));

  it('come in once, however often the hotline sends them', async () => {
    const { call, enter } = world();
    const first = await enter();
    const second = await enter();
    expect(second.workOrderId).toBe(first.workOrderId);
    const { body } = await call(routes.listWorkOrders, {});
    expect(body).toMatchObject({ items: [{ number: first.number, workOrderStep: 'accept' }] });
    const other = await call(routes.enterWorkOrder, { as: HOTLINE, body: anEntry({ description: '又来电' }) });
    expectProblem(other, 409, 'work-order-number-taken');
  });

  it('go through the seven steps, and the hotline reads what it can tell the caller', async () => {
    const { call, enter, act } = world();
    const order = await enter();
    const params = { workOrderId: order.workOrderId };
    const told = async () => {
      const { body } = await call(routes.readWorkOrder, { as: HOTLINE, params });
      const { workOrderStep, answer, ...view } = body as WorkOrderView;
      expect(view).not.toHaveProperty('inside');
      return [workOrderStep, answer.zh];
    };
    expect(await told()).toEqual(['accept', '已收到，待受理。']);
    await act(order, routes.acceptWorkOrder, { decision: 'accept' });
    expect(await told()).toEqual(['handle', '已受理。']);
    await act(order, routes.handleWorkOrder, { by: 'own', words: '派值班员前往' });
    await act(order, routes.superviseWorkOrder, { reason });
    expect(await told()).toEqual(['supervise', '值班室正在直接办理。']);
    await act(order, ...FED_BACK);
    expect(await told()).toEqual(['feedback', answering.words]);
    await act(order, routes.reopenWorkOrder, { reason: '仍有积水' });
    await act(order, routes.answerWorkOrder, { words: '已再次抽排' });
    await act(order, ...FOLLOWED_UP);
    const archived = await act(order, routes.archiveWorkOrder);
    expect(archived).toMatchObject({
      ...{ status: 'archived', statusText: { zh: '已归档' }, stepText: { zh: '归档' } },
      ...{ followUp: { satisfaction: 5 }, feedback: { words: '已再次抽排' } },
    });
    const open = await call(routes.listWorkOrders, { query: { status: 'open' } });
    expect(open.body).toEqual({ items: [] });
  });

  it('are the hotline’s own to read, and nobody else’s of the hotline', async () => {
    const { test, handler, call, enter } = world();
    const { workOrderId } = await enter();
    const entered = await call(routes.enterWorkOrder, { body: anEntry({ number: 'DESK-1' }) });
    const { workOrderId: another } = entered.body as WorkOrderView;
    const as = HOTLINE;
    expectProblem(await call(routes.readWorkOrder, { as, params: { workOrderId: another } }), 404);
    const list = async (query = {}) => (await call(routes.listWorkOrders, { as, query })).body;
    expect(await list()).toMatchObject({ items: [{ workOrderId }] });
    expect(await list({ number: 'DESK-1' })).toEqual({ items: [] });
    expect(await list({ number: anEntry().number })).toMatchObject({ items: [{ workOrderId }] });
    expect((await test.call(handler, routes.readCaller, { as, params: { workOrderId } })).status).toBe(403);
    expect((await call(routes.readWorkOrder, { params: { workOrderId } })).body).toHaveProperty('inside');
  });

  it('hide who called until somebody says why they read it', async () => {
    const { test, call, enter } = world();
    const { workOrderId, caller, description } = await enter();
    expect({ caller, description }).toEqual({
      caller: { name: '虚*', telephone: '138****0001' },
      description: '南川河边小区地下车库进水，有人被困，请联系 ****。',
    });
    const params = { workOrderId };
    const read = await call(routes.readCaller, { params, body: { reason: '核对位置' } });
    expect(read.body).toEqual({ caller: anEntry().caller, description: anEntry().description });
    const story = await test.call(createLedger(test.cell), ledgerRoutes.readStory, {
      as: 'auditor@630100',
      params: { kind: 'work-order', id: workOrderId },
    });
    expect(story.body).toMatchObject({
      chapters: [{ entries: [{ type: 'workOrderEntered' }, { type: 'callerRead', data: { reason: '核对位置' } }] }],
    });
    expect(JSON.stringify(story.body)).not.toContain('13800000001');
    const nameless = await call(routes.enterWorkOrder, { body: { ...anEntry({ number: 'HL-9' }), caller: undefined } });
    const none = { params: { workOrderId: (nameless.body as WorkOrderView).workOrderId }, body: { reason } };
    expectProblem(await call(routes.readCaller, none), 409, 'work-order-caller-unknown');
  });

  it('of the same place, time and kind are found, with reasons, and merged', async () => {
    const { call, enter, act } = world();
    const first = await enter();
    await enter({ number: 'HL-FIRE', hazard: 'fire' });
    await enter({ number: 'HL-FAR', position: { ...anEntry().position, latitude: 36.65 } });
    const second = await enter({
      ...{ number: 'HL-2', description: '地下车库进水，有人被困！' },
      position: { ...anEntry().position, latitude: 36.602 },
    });
    const params = { workOrderId: second.workOrderId };
    const found = await call(routes.listDuplicates, { params });
    expect(found.body).toMatchObject({
      items: [
        { kind: 'work-order', id: first.workOrderId, name: first.number, reasons: [{ zh: '相距222米' }, {}, {}] },
      ],
    });
    expect(await act(second, routes.mergeWorkOrder, { into: first.workOrderId })).toMatchObject({
      status: 'merged',
      into: { number: first.number },
      inside: { likes: [{ name: first.number }] },
    });
    const survivor = await call(routes.readWorkOrder, { params: { workOrderId: first.workOrderId } });
    expect(survivor.body).toMatchObject({ merged: [{ number: 'HL-2' }] });
    await act(first, ...FED_BACK);
    const told = await call(routes.readWorkOrder, { as: HOTLINE, params });
    expect(told.body).toMatchObject({ answer: { zh: `与工单${first.number}合并办理。${answering.words}` } });
    const narrow = await call(routes.listDuplicates, { params, query: { metres: '100' } });
    expect(narrow.body).toEqual({ items: [] });
  });

  it('become an incident to be verified, and others are attached to it', async () => {
    const { test, call, enter, act } = world();
    const first = await enter();
    const handled = await act(first, routes.handleWorkOrder, { by: 'new-incident', title: '小区车库被淹' });
    const incidentId = handled.inside?.incidentId ?? '';
    const second = await enter({ number: 'HL-2' });
    const alike = await call(routes.listDuplicates, { params: { workOrderId: second.workOrderId } });
    expect(alike.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: incidentId })]) });
    await act(second, routes.handleWorkOrder, { by: 'incident', incidentId });
    const read = await test.call(createIncidents(test.cell), incidentRoutes.readIncident, {
      as: DESK,
      params: { incidentId },
    });
    const incident = read.body as IncidentView;
    expect(incident).toMatchObject({ status: 'reported', title: '小区车库被淹' });
    expect(incident.workOrders.map(({ number }) => number)).toEqual([first.number, 'HL-2']);
    expect(incident.description).not.toContain('13800000001');
    const listed = await call(routes.listWorkOrders, { query: { incident: incidentId } });
    expect((listed.body as { items: object[] }).items).toHaveLength(2);
  });

  it('go to another incident when the first was not one', async () => {
    const { test, enter, act } = world();
    const handler = createIncidents(test.cell);
    const about = async (order: WorkOrderView, body: object) =>
      (await act(order, routes.handleWorkOrder, body)).inside?.incidentId ?? '';
    const [first, second] = [await enter(), await enter({ number: 'HL-2' })];
    const wrong = await about(first, { by: 'new-incident' });
    const right = await about(second, { by: 'new-incident' });
    await test.call(handler, incidentRoutes.verifyIncident, {
      as: DESK,
      params: { incidentId: wrong },
      body: { verdict: 'duplicate', of: { city: '630100', incidentId: right }, reason: '同一积水' },
    });
    expect(await about(first, { by: 'incident', incidentId: right })).toBe(right);
    const numbers = async (incidentId: string) => {
      const { body } = await test.call(handler, incidentRoutes.readIncident, { as: DESK, params: { incidentId } });
      return (body as IncidentView).workOrders.map(({ number }) => number);
    };
    expect([await numbers(wrong), await numbers(right)]).toEqual([[], ['HL-2', first.number]]);
  });

  it('are transferred to a task, whose incident they are then about', async () => {
    const tasks = await createTasksWorld();
    const { enter, act, call } = world(tasks.test);
    const order = await enter();
    const { taskId, incidentId } = tasks;
    expect(await act(order, routes.handleWorkOrder, { by: 'task', taskId })).toMatchObject({
      ...{ workOrderStep: 'transfer', answer: { zh: '已转联动单位办理。' } },
      inside: { incidentId, handlings: [{ handling: { by: 'task', taskId } }] },
    });
    const params = { workOrderId: order.workOrderId };
    const unknown = { by: 'request-item', requestId: taskId, itemId: taskId };
    expectProblem(await call(routes.handleWorkOrder, { params, body: unknown }), 422, 'work-order-item-unknown');
  });
});
