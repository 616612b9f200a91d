import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

/** What the requester provides for those who come. */
export const LogisticsSchema = z.strictObject({
  meals: z.boolean(),
  lodging: z.boolean(),
  fuel: z.boolean(),
  notes: wordsSchema(1000).optional(),
});

/** One kind of resource asked for, as the binding paper's section I describes it (EMAC REQ-A). */
export const RequestItemSchema = z
  .strictObject({
    itemId: z.uuid(),
    kind: ResourceKindSchema,
    /** The lowest level that will do. */
    level: CapabilityLevelSchema,
    /** Teams. */
    quantity: z.int().min(1).max(100),
    mission: wordsSchema(2000),
    neededBy: InstantSchema,
    /** When they may be expected to go home. */
    neededUntil: InstantSchema,
    reportingPoint: PositionSchema,
    /** Altitude, cold, contamination, access …: what those who come must be ready for; empty when there is nothing to say. */
    siteConditions: z.union([wordsSchema(2000), z.literal('')]).default(''),
    logistics: LogisticsSchema,
    /** Highest price for the item as a whole, CNY fen. */
    costCeiling: FenSchema.optional(),
  })
  .refine((item) => item.neededBy < item.neededUntil, {
    path: ['neededUntil'],
    message: 'the mission must end after it begins',
  })
  .meta({ id: 'RequestItem' });
export type RequestItem = z.infer<typeof RequestItemSchema>;
