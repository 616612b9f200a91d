import type { Aggregate } from '../kernel/aggregate.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import { decideDrill } from './decide-drill.ts';
import { removalUnderWay } from './decide-removal.ts';
import type { DrillCommand } from './drill-commands.ts';
import { drillDeadlines } from './drill-deadlines.ts';
import { type DrillEvent, DrillEventSchema } from './drill-events.ts';
import { drillListings } from './drill-listings.ts';
import { drillNotices } from './drill-notices.ts';
import { type DrillState, DrillStateSchema, endsAt, momentOf, pendingInjects } from './drill-state.ts';
import { evolveDrill } from './evolve-drill.ts';

/** The next inject, or the end; while data is being removed, every minute until it is done. */
const dueAt = (state: DrillState): Instant | undefined => {
  if (state.status !== 'running') return removalUnderWay(state)?.orderedAt;
  const [next] = pendingInjects(state);
  return earliest(endsAt(state), next && momentOf(state, next.atMinutes));
};

/** A drill of this city, or one of a partner in which it takes part. */
export const drill: Aggregate<DrillState, DrillCommand, DrillEvent> = {
  kind: 'drill',
  stateSchema: DrillStateSchema,
  eventSchema: DrillEventSchema,
  decide: decideDrill,
  evolve: evolveDrill,
  deadlines: drillDeadlines,
  dueAt,
  listings: drillListings,
  notices: drillNotices,
  isExercise: () => true,
};
