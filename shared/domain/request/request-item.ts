import * as z from 'zod';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, ResourceKindSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';
import { SupplyCodeSchema } from '../vocabulary/supplies.ts';

/** What the requester provides for those who come. */
export const LogisticsSchema = z.strictObject({
  meals: z.boolean(),
  lodging: z.boolean(),
  fuel: z.boolean(),
  notes: wordsSchema(1000).optional(),
});

/** Where and when something is needed, and what for. */
const errand = {
  mission: wordsSchema(2000),
  neededBy: InstantSchema,
  /** When they may be expected to go home; supplies that nobody has called for by then are free again. */
  neededUntil: InstantSchema,
  reportingPoint: PositionSchema,
};

const teams = {
  kind: TeamKindSchema,
  /** The lowest level that will do. */
  level: CapabilityLevelSchema,
  /** Teams. */
  quantity: z.int().min(1).max(100),
};

/** Teams that are needed, where and when: what a price can be asked for. */
export const needed = { ...teams, ...errand };

/** Goods asked for: a code of GB/T 38565-2020, and the unit they are counted in. */
export const SuppliesAskedSchema = z
  .strictObject({ code: SupplyCodeSchema, unit: wordsSchema(20) })
  .meta({ id: 'SuppliesAsked' });

const supplies = {
  kind: z.literal('supplies'),
  /** Goods have no levels: any will do. */
  level: z.literal(3).default(3),
  /** Units. */
  quantity: z.int().min(1).max(1_000_000),
  supply: SuppliesAskedSchema,
};

const remarks = {
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

/** Minutes between two check-ins of a team where the site asks for more of them than the cities' tables do. */
export const CheckInMinutesSchema = z
  .int()
  .min(10)
  .max(24 * 60);

/** Teams, as an item asks for them. */
export const TeamItemSchema = z.strictObject({
  itemId: z.uuid(),
  ...teams,
  ...errand,
  ...remarks,
  checkInMinutes: CheckInMinutesSchema.optional(),
});
/** Supplies, as an item asks for them. */
export const SupplyItemSchema = z.strictObject({ itemId: z.uuid(), ...supplies, ...errand, ...remarks });
const fresh = { itemId: z.uuid().optional() };

/** One kind of resource asked for, as the binding paper's section I describes it (EMAC REQ-A). */
export const RequestItemSchema = endsAfterItBegins(
  z.discriminatedUnion('kind', [TeamItemSchema, SupplyItemSchema]),
).meta({ id: 'RequestItem' });
export type RequestItem = z.infer<typeof RequestItemSchema>;
/** Supplies asked for. */
export type SupplyItem = Extract<RequestItem, { readonly kind: 'supplies' }>;
/** Teams asked for. */
export type TeamItem = Exclude<RequestItem, SupplyItem>;

/** What teams that were offered unasked are wanted for: an item but for what the offer says of them. */
export const OfferMissionSchema = endsAfterItBegins(z.strictObject({ ...errand, ...remarks })).meta({
  id: 'OfferMission',
});
export type OfferMission = z.infer<typeof OfferMissionSchema>;

/** An item as people write it: without an id while it is new. */
export const DraftItemSchema = endsAfterItBegins(
  z.discriminatedUnion('kind', [TeamItemSchema.extend(fresh), SupplyItemSchema.extend(fresh)]),
).meta({ id: 'DraftItem' });
export type DraftItem = z.infer<typeof DraftItemSchema>;
export type TeamDraft = Exclude<DraftItem, { readonly kind: 'supplies' }>;

/** What lists show of an item. */
export const ItemInShortSchema = z.strictObject({
  kind: ResourceKindSchema,
  level: CapabilityLevelSchema,
  quantity: z.int().positive(),
  supply: SuppliesAskedSchema.optional(),
});

/** @returns how often those who come are to check in, as a member that is left out where the item does not say. */
export const checkInOf = (item: RequestItem): { checkInMinutes?: number } =>
  item.kind === 'supplies' || item.checkInMinutes === undefined ? {} : { checkInMinutes: item.checkInMinutes };

/** @returns what lists show of an item. */
export const itemInShort = (item: RequestItem): z.infer<typeof ItemInShortSchema> => ({
  kind: item.kind,
  level: item.level,
  quantity: item.quantity,
  ...(item.kind === 'supplies' ? { supply: item.supply } : {}),
});
