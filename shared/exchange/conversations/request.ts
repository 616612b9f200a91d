import { CLOSED_WITHOUT } from '../../domain/request/evolve-request.ts';
import type { PlacedRequest } from '../../domain/request/placed-request.ts';
import type { Placement } from '../../domain/request/placement.ts';
import { request } from '../../domain/request/request.ts';
import type { RequestCommand } from '../../domain/request/request-commands.ts';
import type { Recall, RequestEvent } from '../../domain/request/request-events.ts';
import { type EngagedRequest, isEngaged, type RequestState } from '../../domain/request/request-state.ts';
import type { AwaitingRequisition } from '../../domain/request/requisition-record.ts';
import { decodeCommitment } from '../codecs/commit-resource.ts';
import { encodeRequestResource, type RequestMessage } from '../codecs/request-resource.ts';
import { encodeRequisitionResource } from '../codecs/requisition-resource.ts';
import { decodeAnswerMessage } from '../codecs/response-to-request-resource.ts';
import type { Conversation, Incoming, Outgoing, OutgoingContext } from '../conversation.ts';

const placementWith = ({ placements }: EngagedRequest, city: string): Placement => {
  const placement = placements.find((candidate) => candidate.city === city);
  if (!placement) throw new Error(`a message to ${city}, with which the request was not placed`);
  return placement;
};

/** The request as one partner gets it. */
const placedRequest = (
  { id: requestId, requester, incident, exercise, items, approval }: EngagedRequest,
  { agreementId, messageId, replyBy, placedAt }: Placement,
  { dutyRoom }: OutgoingContext,
): PlacedRequest => {
  if (!approval) throw new Error('a request that partners have was approved');
  return {
    ...{ requestId, messageId, agreementId, incident, items, replyBy, placedAt, exercise },
    requestedBy: { city: requester, dutyRoom },
    approvedBy: approval.by,
  };
};

const requestResource = (message: RequestMessage, { city, agreementId, firstMessageId }: Placement): Outgoing => ({
  id: message.placed.messageId,
  type: 'RequestResource',
  to: [city],
  agreement: agreementId,
  body: encodeRequestResource(message, firstMessageId),
});

const cancellation = (
  state: EngagedRequest,
  { city, messageId, recalledMessageId }: Recall,
  reason: string,
  context: OutgoingContext,
): Outgoing => {
  const placement = placementWith(state, city);
  const placed = { ...placedRequest(state, placement, context), messageId, placedAt: context.sentAt };
  return requestResource({ kind: 'cancellation', placed, recalledMessageId, reason }, placement);
};

const answerDeclined = (state: EngagedRequest, city: string, messageId: string, reason: string): Outgoing => ({
  id: messageId,
  type: 'AnswerDeclined',
  to: [city],
  agreement: placementWith(state, city).agreementId,
  body: { reason },
});

const requisitionResource = (
  state: EngagedRequest,
  { requisition, city, agreementId, precedingMessageId: preceding }: AwaitingRequisition,
  context: OutgoingContext,
  offerId?: string,
): Outgoing => {
  const item = state.items.find(({ itemId }) => itemId === requisition.itemId);
  if (!item) throw new Error('a requisition is of an item of the request');
  const placement = placementWith(state, city);
  const placed = placedRequest(state, placement, context);
  const { incident, requestedBy } = placed;
  const offer = offerId === undefined ? {} : { offer: { offerId, placed } };
  const originating = offerId === undefined ? placement.firstMessageId : preceding;
  const body = encodeRequisitionResource(
    { requisition, preceding, ...offer },
    { incident, item, requestedBy, originating },
  );
  return { id: requisition.messageId, type: 'RequisitionResource', to: [city], agreement: agreementId, body };
};

const outgoing = (event: RequestEvent, state: RequestState, context: OutgoingContext): readonly Outgoing[] => {
  if (!isEngaged(state)) return [];
  switch (event.type) {
    case 'requestPlaced':
      return event.placements.map((placement) =>
        requestResource({ kind: 'request', placed: placedRequest(state, placement, context) }, placement),
      );
    case 'requestUpdated':
      return event.recalls.map(({ city, recalledMessageId }) => {
        const placement = placementWith(state, city);
        const placed = placedRequest(state, placement, context);
        return requestResource({ kind: 'update', placed, recalledMessageId }, placement);
      });
    case 'requestCancelled':
      return event.recalls.map((recall) => cancellation(state, recall, event.reason, context));
    case 'requestClosed':
      return [
        ...event.declined.map(({ city, messageId }) => answerDeclined(state, city, messageId, CLOSED_WITHOUT)),
        ...event.recalls.map((recall) => cancellation(state, recall, CLOSED_WITHOUT, context)),
      ];
    case 'answerDeclined':
      return [answerDeclined(state, event.city, event.messageId, event.reason)];
    case 'teamsRequisitioned':
      return event.records.map((record) => requisitionResource(state, record, context));
    case 'offerTakenUp':
      return [requisitionResource(state, event.record, context, event.offerId)];
    default:
      return [];
  }
};

const incoming = ({ type, body, envelope: { from } }: Incoming): RequestCommand | undefined => {
  if (type === 'ResponseToRequestResource') {
    const message = decodeAnswerMessage(body);
    return message.kind === 'answer'
      ? { type: 'receive-answer', from, answering: body.PrecedingMessageID, answer: message.answer }
      : { type: 'receive-answer-withdrawal', from, withdrawal: message.withdrawal };
  }
  if (type === 'CommitResource') return { type: 'receive-commitment', from, commitment: decodeCommitment(body) };
  return undefined;
};

/** What a request says to partners (asks, changes, withdraws, requisitions, declines) and hears from them (answers, commitments). */
export const requestConversation: Conversation<RequestState, RequestCommand, RequestEvent> = {
  aggregate: request,
  outgoing,
  incoming,
};
