import { incident } from '../../domain/incident/incident.ts';
import type { IncidentCommand } from '../../domain/incident/incident-commands.ts';
import type { IncidentEvent } from '../../domain/incident/incident-events.ts';
import type { IncidentState } from '../../domain/incident/incident-state.ts';
import type { Conversation } from '../conversation.ts';

/** Partners hear of an incident in the requests that are made for it, not of the incident by itself. */
export const incidentConversation: Conversation<IncidentState, IncidentCommand, IncidentEvent> = {
  aggregate: incident,
  outgoing: () => [],
  incoming: () => undefined,
};
