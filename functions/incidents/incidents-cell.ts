import type { ExecutingCell } from '../../shared/data/execute.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';

export type IncidentsCell = HttpCell & ExecutingCell;

/** What commands on incidents look at or change. */
export const CONVERSATIONS = conversationsOf(
  incidentConversation,
  partnerIncidentConversation,
  agreementConversation,
  planConversation,
  warningConversation,
);
