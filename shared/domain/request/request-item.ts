import * as z from 'zod';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
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

/** What is needed, where and when: what a price can be asked for. */
export const needed = {
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
};

const described = {
  ...needed,
  /** Altitude, cold, contamination, access …: what those who come must be ready for; empty when there is nothing to say. */
  siteConditions: z.union([wordsSchema(2000), z.literal('')]).default(''),
  logistics: LogisticsSchema,
  /** Highest price for the item as a whole, CNY fen. */
  costCeiling: FenSchema.optional(),
};

/** @returns the schema, which from now on also refuses a mission that ends before it begins. */
export const endsAfterItBegins = <S extends z.ZodType<{ readonly neededBy: Instant; readonly neededUntil: Instant }>>(
  schema: S,
): S =>
  schema.refine((item) => item.neededBy < item.neededUntil, {
    path: ['neededUntil'],
    ...refinement({ zh: '任务结束时间须晚于开始时间', en: 'the mission must end after it begins' }),
  });

/** One kind of resource asked for, as the binding paper's section I describes it (EMAC REQ-A). */
export const RequestItemSchema = endsAfterItBegins(z.strictObject({ itemId: z.uuid(), ...described })).meta({
  id: 'RequestItem',
});
export type RequestItem = z.infer<typeof RequestItemSchema>;

const { kind: _kind, level: _level, quantity: _quantity, ...errand } = described;

/** What teams that were offered unasked are wanted for: an item but for what the offer says of them. */
export const OfferMissionSchema = endsAfterItBegins(z.strictObject(errand)).meta({ id: 'OfferMission' });
export type OfferMission = z.infer<typeof OfferMissionSchema>;

/** An item as people write it: without an id while it is new. */
export const DraftItemSchema = endsAfterItBegins(z.strictObject({ itemId: z.uuid().optional(), ...described })).meta({
  id: 'DraftItem',
});
export type DraftItem = z.infer<typeof DraftItemSchema>;
