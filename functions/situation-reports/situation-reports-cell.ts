import type { ExecutingCell } from '../../shared/data/execute.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';

export type SituationReportsCell = HttpCell & ExecutingCell & Pick<Cell, 'verifier'>;

/** What reports are made from, and sent under. */
export const CONVERSATIONS = conversationsOf(
  situationReportConversation,
  incidentConversation,
  partnerIncidentConversation,
  agreementConversation,
  requestConversation,
);
