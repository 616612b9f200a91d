import { sourcingRoutes as routes } from '../../shared/http/routes/sourcing.ts';
import { sourcingPlanView } from '../../shared/http/views/sourcing.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import type { PlacingCell } from './place-plan.ts';
import { readPlan } from './read-plan.ts';

export type SourcingCell = HttpCell & PlacingCell;

/** Who could send what for a request, and one call that places it. */
export const createHandler = (cell: SourcingCell) =>
  createHttpHandler(cell, [
    implement(routes.planSourcing, async ({ params, query }) => {
      const { plan, planVersion } = await readPlan(cell, params.requestId, query);
      return { body: sourcingPlanView(plan, planVersion) };
    }),
    implement(routes.placeSourcingPlan, async ({ params, body, actor, idempotency }) => {
      if (!idempotency) throw new RangeError('the stack sees to it that every POST has a key');
      // Plans are looked at more often than placed, and placing knows all that partners are told.
      const { placePlan } = await import('./place-plan.ts');
      return { body: await placePlan(cell, { ...params, actor, idempotency }, body) };
    }),
  ]);
