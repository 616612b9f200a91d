import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import { CostsSchema, totalCost } from '../vocabulary/costs.ts';
import { CapabilityLevelSchema } from '../vocabulary/resource-kinds.ts';
import { amountOf, lotsIfAny, NamedLotSchema, NamedTeamSchema } from './answer.ts';
import { type Engagements, freeOf, quantitiesOf, quoteLeft } from './bookkeeping.ts';
import { type Placement, promiseOf } from './placement.ts';
import type { RequestItem } from './request-item.ts';

/** What one partner offers for one item, measured against what is asked. Only what can still be requisitioned. */
export const OfferMeasuresSchema = z.strictObject({
  city: CityCodeSchema,
  /** The answer that makes it. */
  messageId: z.uuid(),
  response: z.enum(['accept', 'provisional']),
  /** Of a provisional answer. */
  condition: z.string().optional(),
  teams: z.array(NamedTeamSchema),
  lots: z.array(NamedLotSchema).min(1).optional(),
  fit: z.strictObject({
    levelAsked: CapabilityLevelSchema,
    /** Teams of the level asked for, or better. */
    teamsAtLevel: z.int(),
    /** Teams, or units of supplies, that would still be missing with all of these. */
    shortfall: z.int(),
  }),
  arrival: z.strictObject({
    estimatedDeparture: InstantSchema,
    estimatedArrival: InstantSchema,
    neededBy: InstantSchema,
    /** After the time they are needed by; negative when earlier. */
    minutesLate: z.int(),
  }),
  cost: z.strictObject({
    costs: CostsSchema,
    /** CNY fen. */
    total: z.int(),
    /** CNY fen above the item's ceiling, negative below it; absent where it has none. */
    overCeiling: z.int().optional(),
  }),
});
export type OfferMeasures = z.infer<typeof OfferMeasuresSchema>;

/** @returns what a partner's answer to an item still offers; `undefined` when nothing of it can be requisitioned. */
export const measure = (state: Engagements, item: RequestItem, placement: Placement): OfferMeasures | undefined => {
  const { itemId, level, neededBy, costCeiling } = item;
  const promise = promiseOf(placement, itemId);
  const free = freeOf(state, placement, itemId);
  const { teams, lots = [] } = free;
  if (!promise || amountOf(free) === 0) return undefined;
  const { answer, messageId } = promise;
  const { estimatedDeparture, estimatedArrival } = answer;
  const costs = quoteLeft(state, placement, itemId);
  const total = totalCost(costs);
  return {
    city: placement.city,
    messageId,
    response: answer.response,
    ...(answer.response === 'provisional' ? { condition: answer.reason } : {}),
    teams: [...teams],
    ...lotsIfAny(lots),
    fit: {
      levelAsked: level,
      teamsAtLevel: teams.filter((team) => team.level <= level).length,
      shortfall: Math.max(0, quantitiesOf(state, item).open - amountOf(free)),
    },
    arrival: {
      ...{ estimatedDeparture, estimatedArrival, neededBy },
      minutesLate: Math.round(millisecondsBetween(neededBy, estimatedArrival) / MINUTE_MS),
    },
    cost: { costs, total, ...(costCeiling === undefined ? {} : { overCeiling: total - costCeiling }) },
  };
};
