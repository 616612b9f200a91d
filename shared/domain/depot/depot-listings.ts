import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import { DepotDetailsSchema, type DepotState, DepotStatusSchema } from './depot-state.ts';

/** What the list shows of a depot. */
export const DepotCardSchema = z
  .strictObject({ depotId: z.uuid(), status: DepotStatusSchema, ...DepotDetailsSchema.shape })
  .meta({ id: 'DepotCard' });
type DepotCard = z.infer<typeof DepotCardSchema>;

/** The list of all depots, by name. */
export const DEPOT_LIST = 'depot';

/** A retired depot gives its name up to a new one. */
export const depotListings = ({ id, status, details, confirmedAt }: DepotState): readonly Listing[] => {
  const card: DepotCard = { depotId: id, status, ...details };
  const listed: Listing = { list: DEPOT_LIST, sort: `${details.name}#${id}`, card };
  if (status === 'retired') return [listed];
  return [
    listed,
    naturalKeyListing('depot', id, details.name),
    ...upkeepListings({ kind: 'depot', id, name: details.name, confirmedAt }),
  ];
};
