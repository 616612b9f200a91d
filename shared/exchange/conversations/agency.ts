import { agency } from '../../domain/agency/agency.ts';
import type { AgencyCommand } from '../../domain/agency/agency-commands.ts';
import type { AgencyEvent } from '../../domain/agency/agency-events.ts';
import type { AgencyState } from '../../domain/agency/agency-state.ts';
import type { Conversation } from '../conversation.ts';

/** Agencies are this city's own partners: other cities do not hear of them. */
export const agencyConversation: Conversation<AgencyState, AgencyCommand, AgencyEvent> = {
  aggregate: agency,
  outgoing: () => [],
  incoming: () => undefined,
};
