import type { PlanDetails } from '../../../shared/domain/plan/plan-details.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { sourcingRoutes } from '../../../shared/http/routes/sourcing.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { SourcingPlanView } from '../../../shared/http/views/sourcing.ts';
import { eventually } from '../eventually.ts';
import { type Stage, XINING } from '../stage.ts';
import { approve } from '../steps/request.ts';
import { verifyStory } from '../steps/story.ts';

/** A plan for floods that has a request for two medical teams ready. */
const PLAN: PlanDetails = {
  title: '西宁市沿河群众转移行动方案（演示）',
  type: 'special',
  hazards: ['flood'],
  eventClasses: [],
  levels: [],
  owner: '西宁市应急管理局（演示）',
  version: '2026年修订（演示）',
  validFrom: '2026-01-01T00:00:00.000Z',
  requestTemplate: {
    items: [
      {
        ...{ kind: 'medical-rescue', level: 3, quantity: 1, mission: '安置点医疗保障（演示）', siteConditions: '' },
        ...{ neededByMinutes: 12 * 60, neededUntilMinutes: 3 * 24 * 60 },
        logistics: { meals: true, lodging: true, fuel: true },
      },
    ],
  },
};

/** @returns the id of the plan; it is put on file unless it is there from another time. */
const planOnFile = async ({ desk }: Stage, incidentId: string): Promise<string> => {
  const coordinator = desk('coordinator', XINING);
  const query = { limit: 200 };
  const { body } = await coordinator.call(planRoutes.listMatchingPlans, { params: { incidentId }, query });
  const known = body.items.find(({ title }) => title === PLAN.title);
  return known?.planId ?? (await coordinator.call(planRoutes.filePlan, { body: PLAN })).body.planId;
};

/** The incident shows the plans that match it; one of them opens a request, which somebody else approves. */
const requestFromPlan = async (stage: Stage, incidentId: string): Promise<RequestView> => {
  const { desk, tell } = stage;
  const planId = await planOnFile(stage, incidentId);
  const call = { params: { incidentId }, body: { planId } };
  const { body } = await desk('coordinator', XINING).call(requestRoutes.draftRequestFromPlan, call);
  const request = await approve(desk, XINING, body.requestId);
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `事件列出相符的预案；按“${PLAN.title}”一键起草请求，审批通过。`,
      en: 'The incident shows the plans that match it; one opens a request in one call, and it is approved.',
    },
  });
  return request;
};

const planSourcing = async ({ desk }: Stage, requestId: string, from: string): Promise<SourcingPlanView> =>
  (await desk('coordinator', XINING).call(sourcingRoutes.planSourcing, { params: { requestId }, query: { from } }))
    .body;

const tellPlan = ({ tell }: Stage, { items, totals }: SourcingPlanView): void => {
  const [item] = items;
  const [first] = item?.chosen ?? [];
  const others = item?.notChosen.length ?? 0;
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `筹措方案：需${totals.open}支，可派${totals.filled}支；首选“${first?.name}”，${first?.arrivalMinutes}分钟到达；另${others}个候选逐一注明为何不选。`,
      en: `Plans who could send what: ${totals.filled} of ${totals.open} found, the first there in ${first?.arrivalMinutes} minutes; why not is said of each of ${others} others.`,
    },
  });
};

/** One call places the plan: here, an own team is sent. @returns its deployment. */
const sendOwnTeam = async (stage: Stage, requestId: string): Promise<string> => {
  const { desk, tell } = stage;
  const { planVersion } = await eventually(
    async () => {
      const plan = await planSourcing(stage, requestId, 'own');
      return plan.totals.unfilled === 0 && plan;
    },
    { what: 'an own team for the request' },
  );
  const call = { params: { requestId }, body: { planVersion, from: ['own' as const] } };
  const { body } = await desk('coordinator', XINING).call(sourcingRoutes.placeSourcingPlan, call);
  const [part] = body.parts.map((placed) => placed.part);
  if (!body.complete || part?.type !== 'own') throw new Error('the plan was not placed with an own team');
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: '一次落实只用本市队伍的方案：队伍即派出，同一事务占用，不会重复派遣。',
      en: 'Places a plan of own teams in one call: the team is sent, and bound by the same transaction.',
    },
  });
  return part.deploymentId;
};

/** Xining helps itself first: a plan on file opens a request, and who could go is planned and placed in one call each. */
export const helpYourself = async (stage: Stage, incidentId: string): Promise<void> => {
  const { desk, tell } = stage;
  const { requestId } = await requestFromPlan(stage, incidentId);
  const everybody = await eventually(
    async () => {
      const plan = await planSourcing(stage, requestId, 'own,agencies,partners');
      return plan.totals.filled > 0 && plan;
    },
    { what: 'somebody for the request' },
  );
  tellPlan(stage, everybody);
  const deploymentId = await sendOwnTeam(stage, requestId);
  const coordinator = desk('coordinator', XINING);
  await coordinator.call(deploymentRoutes.releaseTeam, { params: { deploymentId }, body: {} });
  const params = { requestId };
  await coordinator.call(requestRoutes.cancelRequest, { params, body: { reason: '群众已自行转移（演示）' } });
  const { intact } = await verifyStory(desk, XINING, 'request', requestId);
  if (!intact) throw new Error('the ledger of the own help is not whole');
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: '群众已自行转移：召回队伍，取消请求；全程都在台账，链条完好。',
      en: 'People have left by themselves: calls the team off and cancels; all of it is in the ledger, which is whole.',
    },
  });
};
