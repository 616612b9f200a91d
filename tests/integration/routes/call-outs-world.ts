import { expect } from 'vitest';
import { createHandler } from '../../../functions/call-outs/handler.ts';
import { createHandler as createExpertsHandler } from '../../../functions/experts/handler.ts';
import { createHandler as createIncidentsHandler } from '../../../functions/incidents/handler.ts';
import type { ExpertDetails } from '../../../shared/domain/expert/expert-details.ts';
import { callOutRoutes as routes } from '../../../shared/http/routes/call-outs.ts';
import { expertRoutes } from '../../../shared/http/routes/experts.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import type { CallOutView } from '../../../shared/http/views/call-out.ts';
import type { ExpertView } from '../../../shared/http/views/expert.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { someCallOutDetails } from '../../builders/call-out.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { someExpertContact, someExpertDetails, someExpertTerm } from '../../builders/expert.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';

export const COORDINATOR = `coordinator@${XINING}`;
/** Who the first expert signs in as. */
export const EXPERT = `expert@${XINING}`;

/** Xining with an open incident and two experts, of whom the first can sign in. */
export const callOutWorld = async (incident: Partial<ReturnType<typeof someIncidentDetails>> = {}) => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const handlers = { experts: createExpertsHandler(test.cell), incidents: createIncidentsHandler(test.cell) };
  const opened = await test.call(handlers.incidents, incidentRoutes.openIncident, {
    as: COORDINATOR,
    body: { ...someIncidentDetails(incident), responseLevel: 'II', exercise: false },
  });
  const { incidentId } = opened.body as IncidentView;
  const appoint = async (details: Partial<ExpertDetails> = {}): Promise<string> => {
    const body = {
      ...someExpertDetails(details),
      contact: someExpertContact(),
      term: someExpertTerm(),
      reason: '首次聘任',
    };
    const answer = await test.call(handlers.experts, expertRoutes.appointExpert, { as: COORDINATOR, body });
    return (answer.body as ExpertView).expertId;
  };
  const first = await appoint();
  const second = await appoint({ name: '虚构专家乙', personId: 'second-expert', recusals: [] });
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: COORDINATOR, ...request });
  const opening = (...experts: readonly string[]) => ({ ...someCallOutDetails({ incidentId }), experts });
  const open = async (...experts: readonly string[]): Promise<CallOutView> => {
    const answer = await call(routes.openCallOut, { body: opening(...experts) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body as CallOutView;
  };
  const readExpert = async (expertId: string): Promise<ExpertView> =>
    (await test.call(handlers.experts, expertRoutes.readExpert, { as: COORDINATOR, params: { expertId } }))
      .body as ExpertView;
  return { test, handler, call, incidentId, first, second, appoint, opening, open, readExpert };
};
export type CallOutWorld = Awaited<ReturnType<typeof callOutWorld>>;

const post =
  (contract: (typeof routes)[keyof typeof routes], body?: unknown, as = EXPERT) =>
  async ({ call, first }: CallOutWorld, callOutId: string): Promise<void> => {
    const params = { callOutId, ...(contract.path.includes('{expertId}') ? { expertId: first } : {}) };
    const answer = await call(contract, { as, params, ...(body === undefined ? {} : { body }) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };

export const OPINION = {
  text: '滑坡体处于蠕滑阶段，建议下游三百米内群众撤离。',
  attachments: [{ name: '监测曲线.pdf', url: 'https://files.example.com/1', sha256: 'a'.repeat(64) }],
};
export const CLAIM = { days: 1, expenses: 5_000 };
export const APPRAISAL = { grade: 5, words: '判断准确' };

/** Steps of the first expert's invitation, in order. */
export const STEPS = {
  accepted: post(routes.answerInvitation, { answer: 'accept' }),
  opinionGiven: post(routes.giveOpinion, OPINION),
  claimed: post(routes.claimFee, CLAIM),
  confirmed: post(routes.confirmExpertFee, { amount: 125_000 }, COORDINATOR),
  appraised: post(routes.appraiseExpert, APPRAISAL, COORDINATOR),
};
