import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { Reference } from '../../shared/data/loaded.ts';
import { reportIdOf } from '../../shared/domain/situation-report/report-id.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
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
  situationReportConversation,
);

/** @returns the city's reports on an incident, which follow it: read in the same round trip. */
export const reportsOn = (incidentId: string): readonly Reference[] => [
  { kind: 'situation-report', id: reportIdOf(incidentId, 'its-city') },
];
