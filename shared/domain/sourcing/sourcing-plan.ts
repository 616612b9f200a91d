import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { RegistryEntryKindSchema } from '../registry/registry-entry.ts';
import { SuppliesAskedSchema } from '../request/request-item.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import { SourceNameSchema, SourceSchema } from './candidate.ts';

/** What a plan is to draw on, and what decides once as much as possible is filled. */
export const PlanOptionsSchema = z.strictObject({
  from: z.array(SourceNameSchema).min(1),
  prefer: z.enum(['arrival', 'cost']),
});
export type PlanOptions = z.infer<typeof PlanOptionsSchema>;

const candidate = {
  kind: RegistryEntryKindSchema,
  id: z.uuid(),
  city: CityCodeSchema,
  name: z.string(),
};

/** A team, or goods of one stock line, that are to come: the city's own, an agency's, or what a partner is to be asked for. */
export const ChoiceSchema = z
  .strictObject({
    ...candidate,
    source: SourceSchema,
    /** A team is 1; of goods, units. */
    quantity: z.int().min(1),
    level: CapabilityLevelSchema,
    /** From the call to the arrival: readiness and travel by road, estimated. */
    arrivalMinutes: z.int(),
    estimatedArrival: InstantSchema,
    /** After the time it is needed by; not above 0 when it is in time. */
    minutesLate: z.int(),
    /** CNY fen, estimated until a price is quoted. */
    estimatedCost: FenSchema,
    /** Of what its city has on its own hands: 0 nothing known, up to 4. */
    risk: z.int(),
    reasons: z.array(TextSchema),
  })
  .meta({ id: 'SourcingChoice' });
export type Choice = z.infer<typeof ChoiceSchema>;

/** A candidate that was not chosen, and why not. */
export const NotChosenSchema = z
  .strictObject({ ...candidate, code: z.string(), reason: TextSchema })
  .meta({ id: 'SourcingNotChosen' });
export type NotChosen = z.infer<typeof NotChosenSchema>;

/** What a plan says of one item. */
export const PlannedItemSchema = z
  .strictObject({
    itemId: z.uuid(),
    kind: ResourceKindSchema,
    level: CapabilityLevelSchema,
    supply: SuppliesAskedSchema.optional(),
    /** Teams, or units of goods, still to be found. */
    open: z.int(),
    /** The soonest first. */
    chosen: z.array(ChoiceSchema),
    /** Teams or units for which there is nobody, and why. */
    unfilled: z.strictObject({ quantity: z.int(), reasons: z.array(TextSchema) }),
    notChosen: z.array(NotChosenSchema),
  })
  .meta({ id: 'PlannedItem' });
export type PlannedItem = z.infer<typeof PlannedItemSchema>;

/** Who could send what for a request, chosen exactly. */
export const SourcingPlanSchema = z
  .strictObject({
    requestId: z.uuid(),
    plannedAt: InstantSchema,
    options: PlanOptionsSchema,
    items: z.array(PlannedItemSchema),
    totals: z.strictObject({
      open: z.int(),
      filled: z.int(),
      unfilled: z.int(),
      /** Until everybody who was chosen is there; absent when nobody was. */
      latestArrivalMinutes: z.int().optional(),
      /** CNY fen. */
      estimatedCost: FenSchema,
    }),
  })
  .meta({ id: 'SourcingPlanWithoutVersion' });
export type SourcingPlan = z.infer<typeof SourcingPlanSchema>;

/** @returns what a plan comes to: who is chosen for what; two plans that come to the same may be placed for one another. */
export const essence = ({ requestId, items }: SourcingPlan): unknown => ({
  requestId,
  items: items.map(({ itemId, open, chosen }) => ({
    itemId,
    open,
    chosen: chosen
      .map(({ source, id, quantity }) => ({ source, id, quantity }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  })),
});
