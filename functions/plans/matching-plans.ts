import type * as z from 'zod';
import { PlanCardSchema } from '../../shared/domain/plan/plan-listings.ts';
import { matchingLists, rankPlans } from '../../shared/domain/plan/plan-match.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { type MatchingPlanSchema, matchingPlanView } from '../../shared/http/views/plan.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/**
 * The plans that match an incident, best first: one read of the incident, then six Queries side by side, each of which returns plans
 * that match and no others.
 */
export const listMatchingPlans = async (
  cell: Pick<Cell, 'store' | 'clock'>,
  incidentId: string,
  limit: number,
): Promise<{ items: z.infer<typeof MatchingPlanSchema>[] }> => {
  const { state: incident } = await loadOr404(cell, incidentConversation, incidentId);
  const found = await Promise.all(
    matchingLists(incident).map(async (from) => ({
      from,
      plans: (await listCards(cell, from.list, { limit }, PlanCardSchema)).items,
    })),
  );
  return { items: rankPlans(incident, found, cell.clock.now()).slice(0, limit).map(matchingPlanView) };
};
