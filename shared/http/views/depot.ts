import * as z from 'zod';
import { DepotDetailsSchema, type DepotState, DepotStatusSchema } from '../../domain/depot/depot-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MaskedContactSchema, maskedContact } from './team.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** A depot with everything but its personal data. */
export const DepotViewSchema = DepotDetailsSchema.extend({
  depotId: z.uuid(),
  status: DepotStatusSchema,
  ...upkeepShown,
  dutyContact: MaskedContactSchema,
  retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
}).meta({ id: 'Depot' });
export type DepotView = z.infer<typeof DepotViewSchema>;

export const depotView = (depot: DepotState, at: Freshness): DepotView => ({
  depotId: depot.id,
  status: depot.status,
  ...upkeepView(depot, at, depot.status === 'active'),
  ...depot.details,
  dutyContact: maskedContact(depot.dutyContact),
  ...(depot.status === 'retired' ? { retirement: { reason: depot.reason, at: depot.retiredAt } } : {}),
});
