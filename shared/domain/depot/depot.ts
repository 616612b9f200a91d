import type { Aggregate } from '../kernel/aggregate.ts';
import { offDutyNotices } from '../roster/contact-read.ts';
import { decideDepot } from './decide-depot.ts';
import type { DepotCommand } from './depot-commands.ts';
import { type DepotEvent, DepotEventSchema } from './depot-events.ts';
import { depotListings } from './depot-listings.ts';
import { type DepotState, DepotStateSchema } from './depot-state.ts';
import { evolveDepot } from './evolve-depot.ts';

/** A place of this city where goods are kept. Its clock rings when its stock lines are to be told what changed of it. */
export const depot: Aggregate<DepotState, DepotCommand, DepotEvent> = {
  kind: 'depot',
  stateSchema: DepotStateSchema,
  eventSchema: DepotEventSchema,
  decide: decideDepot,
  evolve: evolveDepot,
  dueAt: ({ stockToTell }) => stockToTell,
  listings: depotListings,
  notices: (event, { details }) => (event.type === 'depotContactRead' ? offDutyNotices(event, details.name) : []),
  isExercise: () => false,
};
