import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import { CostsSchema, totalCost } from '../vocabulary/costs.ts';
import { CapabilityLevelSchema } from '../vocabulary/resource-kinds.ts';
import { NamedTeamSchema } from './answer.ts';
import { type Engagements, freeTeams, quantitiesOf, quoteLeft } from './bookkeeping.ts';
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
  fit: z.strictObject({
    levelAsked: CapabilityLevelSchema,
    /** Teams of the level asked for, or better. */
    teamsAtLevel: z.int(),
    /** Teams of the item that would still be missing with all of these. */
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
  const teams = freeTeams(state, placement, itemId);
  if (!promise || teams.length === 0) return undefined;
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
    fit: {
      levelAsked: level,
      teamsAtLevel: teams.filter((team) => team.level <= level).length,
      shortfall: Math.max(0, quantitiesOf(state, item).open - teams.length),
    },
    arrival: {
      ...{ estimatedDeparture, estimatedArrival, neededBy },
      minutesLate: Math.round(millisecondsBetween(neededBy, estimatedArrival) / MINUTE_MS),
    },
    cost: { costs, total, ...(costCeiling === undefined ? {} : { overCeiling: total - costCeiling }) },
  };
};
