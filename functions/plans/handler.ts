import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { PlanCommand } from '../../shared/domain/plan/plan-commands.ts';
import { PlanCardSchema, planList } from '../../shared/domain/plan/plan-listings.ts';
import type { PlanState } from '../../shared/domain/plan/plan-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { planRoutes as routes } from '../../shared/http/routes/plans.ts';
import { PlanViewSchema, planView } from '../../shared/http/views/plan.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { listMatchingPlans } from './matching-plans.ts';
import { assertMaySee, filterFor, keeperOf } from './own-plan.ts';

const CONVERSATIONS = conversationsOf(planConversation, agencyConversation);

export type PlansCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;

/** Emergency plans on file. */
export const createHandler = (cell: PlansCell) => {
  const conversation = planConversation;
  const view = (plan: PlanState) => planView(plan, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, { conversation, parameter: 'planId', schema: PlanViewSchema, view });
  return createHttpHandler(cell, [
    implement(routes.listPlans, async ({ query: { type, ...page }, person }) => ({
      body: await listCards(cell, planList(filterFor(person, { type })), page, PlanCardSchema),
    })),
    implement(routes.readPlan, async ({ params, person }) => {
      const { state, row } = await loadOr404(cell, conversation, params.planId);
      assertMaySee(person, state);
      return { body: view(state), version: row.version };
    }),
    implement(routes.listMatchingPlans, async ({ params, query }) => ({
      body: await listMatchingPlans(cell, params.incidentId, query.limit),
    })),
    commandRoute(cell, CONVERSATIONS, routes.filePlan, {
      conversation,
      target: cell.newId,
      alsoLoad: ({ body: { agencyId } }) => (agencyId === undefined ? [] : [{ kind: 'agency', id: agencyId }]),
      command: ({ body: details }, others, id): PlanCommand => {
        const { agencyId } = details;
        const agency = agencyId === undefined ? {} : { agency: { state: others.state(agencyConversation, agencyId) } };
        return { type: 'file', id, details, ...agency };
      },
      view,
    }),
    on(routes.revisePlan, ({ body: { plan, reason }, person }) => ({
      ...{ type: 'revise', by: keeperOf(person), details: plan, reason },
    })),
    on(routes.confirmPlan, ({ person }) => ({ type: 'confirm', by: keeperOf(person) })),
    on(routes.retirePlan, ({ body }) => ({ type: 'retire', ...body })),
  ]);
};
