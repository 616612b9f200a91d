import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { PlanDetailsSchema } from '../../domain/plan/plan-details.ts';
import { PlanCardSchema } from '../../domain/plan/plan-listings.ts';
import type { MatchingPlan } from '../../domain/plan/plan-match.ts';
import { FormerVersionSchema, type PlanState, PlanStatusSchema } from '../../domain/plan/plan-state.ts';
import { isInForce } from '../../domain/plan/plan-validity.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** A plan with its former versions. */
export const PlanViewSchema = z
  .strictObject({
    ...PlanDetailsSchema.shape,
    planId: z.uuid(),
    status: PlanStatusSchema,
    /** As of now. */
    inForce: z.boolean(),
    /** The latest first. */
    formerVersions: z.array(FormerVersionSchema),
    retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
    ...upkeepShown,
  })
  .meta({ id: 'Plan' });
export type PlanView = z.infer<typeof PlanViewSchema>;

/** @returns the plan as it is shown. */
export const planView = (plan: PlanState, at: Freshness): PlanView => ({
  planId: plan.id,
  status: plan.status,
  ...plan.details,
  inForce: plan.status === 'active' && isInForce(plan.details, at.now),
  formerVersions: plan.formerVersions,
  ...(plan.status === 'retired' ? { retirement: { reason: plan.reason, at: plan.retiredAt } } : {}),
  ...upkeepView(plan, at, plan.status === 'active'),
});

/** A plan that matches an incident, in its place among them. */
export const MatchingPlanSchema = PlanCardSchema.extend({
  inForce: z.boolean(),
  /** Why it is where it is, for people to read. */
  why: z.array(TextSchema),
}).meta({ id: 'MatchingPlan' });

/** @returns a matching plan as it is shown. */
export const matchingPlanView = ({ plan, inForce, why }: MatchingPlan): z.infer<typeof MatchingPlanSchema> => ({
  ...plan,
  inForce,
  why: [...why],
});
