import type { Aggregate } from '../kernel/aggregate.ts';
import { callOutDueAt } from './call-out-clock.ts';
import type { CallOutCommand } from './call-out-commands.ts';
import { callOutConsequences } from './call-out-consequences.ts';
import { callOutDeadlines } from './call-out-deadlines.ts';
import { type CallOutEvent, CallOutEventSchema } from './call-out-events.ts';
import { callOutListings } from './call-out-listings.ts';
import { callOutNotices } from './call-out-notices.ts';
import { type CallOutState, CallOutStateSchema } from './call-out-state.ts';
import { decideCallOut } from './decide-call-out.ts';
import { evolveCallOut } from './evolve-call-out.ts';

/** A call to experts of this city's pool for advice on an incident. */
export const callOut: Aggregate<CallOutState, CallOutCommand, CallOutEvent> = {
  kind: 'call-out',
  stateSchema: CallOutStateSchema,
  eventSchema: CallOutEventSchema,
  decide: decideCallOut,
  evolve: evolveCallOut,
  deadlines: callOutDeadlines,
  dueAt: callOutDueAt,
  listings: callOutListings,
  consequences: callOutConsequences,
  notices: callOutNotices,
  isExercise: ({ exercise }) => exercise,
  cameOf: ({ incident }) => incident.incidentId,
};
