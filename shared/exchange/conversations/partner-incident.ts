import { partnerIncident } from '../../domain/partner-incident/partner-incident.ts';
import type { PartnerIncidentCommand } from '../../domain/partner-incident/partner-incident-commands.ts';
import type { PartnerIncidentEvent } from '../../domain/partner-incident/partner-incident-events.ts';
import type { PartnerIncidentState } from '../../domain/partner-incident/partner-incident-state.ts';
import type { Conversation, Incoming } from '../conversation.ts';

const incoming = ({ type, body, envelope, agreement }: Incoming): PartnerIncidentCommand | undefined => {
  const { from, exercise, conversation: id } = envelope;
  switch (type) {
    case 'IncidentShared':
      return {
        type: 'receive-shared',
        ...{ id, from, exercise, agreement },
        agreementId: envelope.agreement ?? '',
        incident: body.incident,
      };
    case 'IncidentUpdated':
      return { type: 'receive-update', from, exercise, incident: body.incident };
    default:
      return undefined;
  }
};

/** What partners tell of their incidents. The envelope's `conversation` is the incident's id at the partner. */
export const partnerIncidentConversation: Conversation<
  PartnerIncidentState,
  PartnerIncidentCommand,
  PartnerIncidentEvent
> = { aggregate: partnerIncident, outgoing: () => [], incoming };
