import { describe, expect, it } from 'vitest';
import { createHandler as createAgencies } from '../../../functions/agencies/handler.ts';
import { createHandler as createIncidents } from '../../../functions/incidents/handler.ts';
import { createHandler } from '../../../functions/plans/handler.ts';
import { createHandler as createRequests } from '../../../functions/requests/handler.ts';
import { DAY_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { PlanDetails } from '../../../shared/domain/plan/plan-details.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { planRoutes as routes } from '../../../shared/http/routes/plans.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { PlanView } from '../../../shared/http/views/plan.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { countingStore } from '../../builders/counting-store.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { planDetails } from '../../builders/plan.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${XINING}`;
const reason = '按年度演练评估修订';
const versionOne = { 'if-match': '"1"' };

const world = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const requests = createRequests(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const made = async (of: unknown, contract: Parameters<typeof test.call>[1], body: object) => {
    const answer = await test.call(of, contract, { as: AS, body });
    expect(answer.status).toBe(201);
    return answer.body as Record<string, string>;
  };
  const file = async (details: Partial<PlanDetails> = {}): Promise<PlanView> =>
    (await made(handler, routes.filePlan, planDetails(details))) as unknown as PlanView;
  const incident = async (): Promise<string> =>
    (
      await made(createIncidents(test.cell), incidentRoutes.openIncident, {
        ...someIncidentDetails({ occurredAt: NOW }),
        ...{ responseLevel: 'II', exercise: false },
      })
    ).incidentId ?? '';
  const agency = async (): Promise<string> =>
    (
      await made(createAgencies(test.cell), agencyRoutes.registerAgency, {
        ...agencyDetails(),
        dutyContacts: agencyContacts(),
      })
    ).agencyId ?? '';
  return { test, handler, requests, call, file, incident, agency };
};

const withPlan = (request: TestCall) => async () => {
  const { test, handler, file } = world();
  const { planId } = await file();
  return { test, handler, good: { as: AS, params: { planId }, ...request } };
};

describe('plans', () => {
  itAnswersWrongCalls(routes.listPlans, async () => ({ ...world(), good: { as: AS, query: { type: 'special' } } }));
  itAnswersWrongCalls(routes.filePlan, async () => ({
    ...world(),
    good: { as: AS, body: planDetails() },
    otherBody: planDetails({ version: '2026年修订' }),
  }));
  itAnswersWrongCalls(routes.readPlan, withPlan({}));
  itAnswersWrongCalls(routes.revisePlan, withPlan({ body: { plan: planDetails(), reason }, headers: versionOne }));
  itAnswersWrongCalls(routes.confirmPlan, withPlan({}));
  itAnswersWrongCalls(routes.retirePlan, withPlan({ body: { reason } }));
  itAnswersWrongCalls(routes.listMatchingPlans, async () => {
    const { test, handler, incident } = world();
    return { test, handler, good: { as: AS, params: { incidentId: await incident() }, query: { limit: '3' } } };
  });
  itAnswersWrongCalls(requestRoutes.draftRequestFromPlan, async () => {
    const { test, requests, incident, file } = world();
    const { planId } = await file();
    const { planId: other } = await file({ title: '另一份' });
    const good = { as: AS, params: { incidentId: await incident() }, body: { planId } };
    return { test, handler: requests, good, otherBody: { planId: other } };
  });

  it('are listed by type, and keep their versions', async () => {
    const { call, file } = world();
    const { planId } = await file();
    await file({ title: '总体应急预案', type: 'general' });
    const plan = planDetails({ version: '2026年修订' });
    const revised = await call(routes.revisePlan, { params: { planId }, body: { plan, reason }, headers: versionOne });
    expect(revised.body).toMatchObject({
      version: '2026年修订',
      inForce: true,
      stale: false,
      formerVersions: [{ version: '2025年修订', reason, replacedAt: NOW }],
    });
    const list = async (query: Record<string, string>) =>
      ((await call(routes.listPlans, { query })).body as { items: PlanView[] }).items.map(({ title }) => title);
    expect(await list({ type: 'general' })).toEqual(['总体应急预案']);
    expect(await list({})).toEqual([planDetails().title, '总体应急预案']);
  });

  it('of an agency are seen, revised and confirmed by its own people', async () => {
    const { call, file, agency } = world();
    const agencyId = await agency();
    const own = await file({ title: '矿山透水应急预案', type: 'enterprise', agencyId });
    const other = await file();
    const as = `agency-officer@${XINING}/${agencyId}`;
    const listed = (await call(routes.listPlans, { as })).body as { items: PlanView[] };
    expect(listed.items.map(({ planId }) => planId)).toEqual([own.planId]);
    expect((await call(routes.listPlans, { as: `agency-officer@${XINING}` })).body).toEqual({ items: [] });
    expect((await call(routes.readPlan, { as, params: { planId: own.planId } })).status).toBe(200);
    const params = { planId: other.planId };
    expectProblem(await call(routes.readPlan, { as, params }), 403, 'not-the-persons-plan');
    expectProblem(await call(routes.confirmPlan, { as, params }), 403, 'not-the-persons-plan');
    expect((await call(routes.confirmPlan, { as, params: { planId: own.planId } })).status).toBe(200);
    expectProblem(await call(routes.filePlan, { as, body: planDetails() }), 403, 'role-not-allowed');
    const unknown = await call(routes.filePlan, { body: planDetails({ agencyId: own.planId }) });
    expectProblem(unknown, 404, 'agency-unknown');
  });
});

describe('the plans an incident shows', () => {
  const populated = async () => {
    const { test, handler, call, file, incident } = world();
    await file({ title: '企业防汛', type: 'enterprise', levels: [] });
    await file({ title: '总体', type: 'general', hazards: [], levels: [] });
    await file({ title: '自然灾害救助', hazards: [], eventClasses: ['natural-disaster'] });
    await file({ title: '防汛' });
    await file({ title: '防汛一级', levels: ['I'] });
    await file({ title: '地震', hazards: ['earthquake'] });
    const incidentId = await incident();
    return { test, handler, call, incidentId };
  };

  it('match its hazard and level, the closest special ones first, with why', async () => {
    const { call, incidentId } = await populated();
    const { body } = await call(routes.listMatchingPlans, { params: { incidentId } });
    const { items } = body as { items: { title: string; why: { zh: string }[]; hasTemplate: boolean }[] };
    expect(items.map(({ title }) => title)).toEqual(['防汛', '自然灾害救助', '总体', '企业防汛']);
    expect(items[0]?.why.map(({ zh }) => zh).join('，')).toBe('专项预案，针对洪涝，适用II级响应');
    expect(items[0]?.hasTemplate).toBe(true);
    const first = await call(routes.listMatchingPlans, { params: { incidentId }, query: { limit: '1' } });
    expect((first.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('cost one read and six queries, however many plans are on file', async () => {
    const { test, incidentId } = await populated();
    const counting = countingStore(test.store);
    const handler = createHandler({ ...test.cell, store: counting.store });
    await test.call(handler, routes.listMatchingPlans, { as: AS, params: { incidentId } });
    expect(counting.trips.length).toBe(7);
  });
});

describe('a request from a plan', () => {
  it('is drafted in one call, for the incident, and names the plan from then on', async () => {
    const { test, requests, file, incident } = world();
    const { planId, title, version } = await file();
    const incidentId = await incident();
    const open = { as: AS, params: { incidentId }, body: { planId }, headers: { 'idempotency-key': 'from-plan' } };
    const { status, body } = await test.call(requests, requestRoutes.draftRequestFromPlan, open);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        status: 'drafted',
        plan: { planId, title, version },
        incident: expect.objectContaining({ incidentId }),
        items: [
          expect.objectContaining({
            quantity: 2,
            neededBy: plus(NOW, 120 * MINUTE_MS),
            neededUntil: plus(NOW, 2 * DAY_MS),
            reportingPoint: someIncidentDetails().position,
          }),
        ],
      }),
    ]);
    const again = await test.call(requests, requestRoutes.draftRequestFromPlan, open);
    expect(again.body).toEqual(body);
    const { requestId } = body as RequestView;
    const as = `approver@${XINING}`;
    const approved = await test.call(requests, requestRoutes.approveRequest, { as, params: { requestId } });
    expect(approved.body).toMatchObject({ status: 'approved', plan: { planId, title, version } });
  });

  it('is not drafted from a plan that carries no template, nor for an incident that is over', async () => {
    const { test, requests, file, incident } = world();
    const { planId } = await file({ requestTemplate: undefined });
    const incidentId = await incident();
    const draft = (body: object) =>
      test.call(requests, requestRoutes.draftRequestFromPlan, { as: AS, params: { incidentId }, body });
    const refused = await draft({ planId });
    expectProblem(refused, 409, 'plan-without-template');
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/planId' }] });
    expectProblem(await draft({ planId: incidentId }), 404, 'plan-unknown');
    const { planId: good } = await file({ title: '有模板' });
    await test.call(createIncidents(test.cell), incidentRoutes.closeIncident, {
      as: `coordinator@${XINING}`,
      params: { incidentId },
      body: { reason: '险情解除' },
    });
    expect((await draft({ planId: good })).status).toBe(409);
  });
});
