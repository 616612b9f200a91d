import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { awarenessConversation } from '../../shared/exchange/conversations/awareness.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { drillConversation } from '../../shared/exchange/conversations/drill.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import { offerConversation } from '../../shared/exchange/conversations/offer.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { questionConversation } from '../../shared/exchange/conversations/question.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import type { InboxCell } from './inbox-cell.ts';
import { receiveMessage } from './receive-message.ts';

/** Those that hear from other cities, and those that what is heard brings about. */
export const CONVERSATIONS = conversationsOf(
  agreementConversation,
  requestConversation,
  receivedRequestConversation,
  deploymentConversation,
  offerConversation,
  questionConversation,
  teamConversation,
  stockConversation,
  listingShareConversation,
  incidentConversation,
  partnerIncidentConversation,
  situationReportConversation,
  drillConversation,
  awarenessConversation,
);

/**
 * Takes the messages that the city's bus put in the inbox queue, one after the other. A message that could not be settled
 * because of the store comes again by itself; the others of its batch do not.
 */
export const createHandler = (cell: InboxCell) => {
  const take = async ({ body, messageId }: SQSRecord): Promise<void> => {
    const verdict = await receiveMessage(cell, CONVERSATIONS, detailOf(body));
    cell.log.debug('received', { queueMessageId: messageId, verdict });
  };
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, take, new BatchProcessor(EventType.SQS), {
      context,
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
};

/** @returns the `detail` of the EventBridge event in a queue message; the text itself where it is none. */
const detailOf = (body: string): unknown => {
  try {
    return (JSON.parse(body) as { detail?: unknown }).detail;
  } catch {
    return body;
  }
};
