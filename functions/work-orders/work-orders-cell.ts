import { v5 } from 'uuid';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import { workOrderConversation } from '../../shared/exchange/conversations/work-order.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';

export type WorkOrdersCell = HttpCell & ExecutingCell;

/** What commands on work orders look at or change. */
export const CONVERSATIONS = conversationsOf(
  workOrderConversation,
  incidentConversation,
  taskConversation,
  requestConversation,
  rosterConversation,
  situationReportConversation,
);

/** Numbers of work orders become ids within this namespace (RFC 9562, version 5). */
const NAMESPACE = '8d0c8f7e-5d0e-5b1a-9a35-3c7f4b1d2e60';

/** @returns the id of the order that a city's hotline knows by this number: the same number twice is the same order. */
export const workOrderIdOf = (city: CityCode, number: string): string => v5(`${city}/${number}`, NAMESPACE);
