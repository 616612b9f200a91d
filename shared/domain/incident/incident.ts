import type { Aggregate } from '../kernel/aggregate.ts';
import { decideIncident } from './decide-incident.ts';
import { evolveIncident } from './evolve-incident.ts';
import type { IncidentCommand } from './incident-commands.ts';
import { incidentConsequences } from './incident-consequences.ts';
import { incidentDeadlines } from './incident-deadlines.ts';
import { type IncidentEvent, IncidentEventSchema } from './incident-events.ts';
import { incidentListings } from './incident-listings.ts';
import { incidentNotices } from './incident-notices.ts';
import { type IncidentState, IncidentStateSchema } from './incident-state.ts';

/** An incident in this city, for which it may ask its partners for help. */
export const incident: Aggregate<IncidentState, IncidentCommand, IncidentEvent> = {
  kind: 'incident',
  stateSchema: IncidentStateSchema,
  eventSchema: IncidentEventSchema,
  decide: decideIncident,
  evolve: evolveIncident,
  deadlines: incidentDeadlines,
  dueAt: () => undefined,
  listings: incidentListings,
  consequences: incidentConsequences,
  notices: incidentNotices,
  isExercise: ({ exercise }) => exercise,
};
