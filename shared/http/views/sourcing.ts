import * as z from 'zod';
import { TextSchema } from '../../domain/kernel/text.ts';
import { PlacementPartSchema } from '../../domain/sourcing/placement-parts.ts';
import { type SourcingPlan, SourcingPlanSchema } from '../../domain/sourcing/sourcing-plan.ts';
import { spoken } from '../../reference/spoken.ts';

/** A plan, and the version under which it is placed. */
export const SourcingPlanViewSchema = SourcingPlanSchema.extend({
  /** Digest of who is chosen for what: placing names it, so that nothing else is placed than was seen. */
  planVersion: z.string(),
}).meta({ id: 'SourcingPlan' });
export type SourcingPlanView = z.infer<typeof SourcingPlanViewSchema>;

/** What became of one part of a plan that is placed. */
export const PlacedPartSchema = z
  .strictObject({
    part: PlacementPartSchema,
    /** `left`: not yet tried; a repeat of the call with the same key goes on. */
    outcome: z.enum(['done', 'refused', 'left']),
    /** Of what was refused: the code and why. */
    code: z.string().optional(),
    reason: TextSchema.optional(),
  })
  .meta({ id: 'PlacedPart' });
export type PlacedPart = z.infer<typeof PlacedPartSchema>;

export const PlanPlacementSchema = z
  .strictObject({
    requestId: z.uuid(),
    planVersion: z.string(),
    /** Whether all parts are done. */
    complete: z.boolean(),
    parts: z.array(PlacedPartSchema),
  })
  .meta({ id: 'PlanPlacement' });
export type PlanPlacement = z.infer<typeof PlanPlacementSchema>;

/** @returns the plan with names for the codes in its sentences. */
export const sourcingPlanView = (plan: SourcingPlan, planVersion: string): SourcingPlanView => ({
  ...plan,
  planVersion,
  items: plan.items.map((item) => ({
    ...item,
    chosen: item.chosen.map((choice) => ({ ...choice, reasons: choice.reasons.map(spoken) })),
    unfilled: { ...item.unfilled, reasons: item.unfilled.reasons.map(spoken) },
    notChosen: item.notChosen.map((each) => ({ ...each, reason: spoken(each.reason) })),
  })),
});
