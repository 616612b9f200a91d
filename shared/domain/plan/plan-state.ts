import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { upkept } from '../registry/upkeep.ts';
import { PlanDetailsSchema, PlanDocumentSchema } from './plan-details.ts';

/** A version that was replaced, and why. */
export const FormerVersionSchema = z
  .strictObject({
    version: z.string(),
    title: z.string(),
    validFrom: InstantSchema,
    document: PlanDocumentSchema.optional(),
    replacedAt: InstantSchema,
    reason: z.string(),
  })
  .meta({ id: 'FormerPlanVersion' });

/** Former versions that a plan shows; all of them are in its ledger. */
export const MAXIMUM_FORMER_VERSIONS = 30;

const base = {
  id: z.uuid(),
  details: PlanDetailsSchema,
  /** The latest first. */
  formerVersions: z.array(FormerVersionSchema),
  ...upkept,
};

/** A plan on file. */
export const PlanStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...base }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type PlanState = z.infer<typeof PlanStateSchema>;

export const PlanStatusSchema = z
  .enum(PlanStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'PlanStatus' });
