import { incident } from '../../domain/incident/incident.ts';
import type { IncidentCommand } from '../../domain/incident/incident-commands.ts';
import type { IncidentEvent } from '../../domain/incident/incident-events.ts';
import { type IncidentState, summaryOf } from '../../domain/incident/incident-state.ts';
import { MOST_RELATIONS, type SharedIncident } from '../../domain/partner-incident/shared-incident.ts';
import type { Conversation, Outgoing } from '../conversation.ts';

/** Of relations, each partner hears those to its own incidents only. */
const sharedWith = (state: IncidentState, city: string): SharedIncident => {
  const { description, area } = state.details;
  const { command, relations, status, reportedAt } = state;
  const commanding = command.at(-1);
  const { name = '', position = '', organisation = '' } = commanding ?? {};
  return {
    ...summaryOf(state),
    description,
    ...(area === undefined ? {} : { area }),
    status,
    reportedAt,
    ...(commanding === undefined ? {} : { commander: { name, position, organisation } }),
    relations: relations
      .filter((one) => one.city === city && one.saidBy === 'this')
      .slice(0, MOST_RELATIONS)
      .map(({ relation, incidentId }) => ({ relation, incidentId })),
  };
};

const outgoing = (event: IncidentEvent, state: IncidentState): readonly Outgoing[] => {
  if (event.type === 'incidentShared') {
    const { messageId: id, city, agreementId: agreement } = event;
    return [{ id, type: 'IncidentShared', to: [city], agreement, body: { incident: sharedWith(state, city) } }];
  }
  if (event.type !== 'partnersTold') return [];
  return event.messages.map(({ messageId: id, city, agreementId: agreement }) => ({
    ...{ id, agreement },
    type: 'IncidentUpdated',
    to: [city],
    body: { incident: sharedWith(state, city) },
  }));
};

/** Partners hear of an incident in the requests that are made for it, and of the incident by itself when it is shared with them. */
export const incidentConversation: Conversation<IncidentState, IncidentCommand, IncidentEvent> = {
  aggregate: incident,
  outgoing,
  incoming: () => undefined,
};
