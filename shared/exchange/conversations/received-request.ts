import type { Instant } from '../../domain/kernel/instant.ts';
import { receivedRequest } from '../../domain/received-request/received-request.ts';
import type { ReceivedRequestCommand } from '../../domain/received-request/received-request-commands.ts';
import type { ReceivedRequestEvent } from '../../domain/received-request/received-request-events.ts';
import { itemOf } from '../../domain/received-request/received-request-items.ts';
import type { ReceivedRequestState } from '../../domain/received-request/received-request-state.ts';
import type { PlacedRequest } from '../../domain/request/placed-request.ts';
import type { Commitment } from '../../domain/request/requisition.ts';
import { encodeCommitment } from '../codecs/commit-resource.ts';
import { decodeRequestResource } from '../codecs/request-resource.ts';
import { decodeRequisitionResource } from '../codecs/requisition-resource.ts';
import { encodeAnswer, encodeAnswerWithdrawal } from '../codecs/response-to-request-resource.ts';
import type { Conversation, Incoming, Outgoing, OutgoingContext } from '../conversation.ts';
import type { Envelope } from '../envelope.ts';

type IncomingOf<T extends Incoming['type']> = Extract<Incoming, { type: T }>;

const addressed = ({ placed }: ReceivedRequestState) => ({
  to: [placed.requestedBy.city],
  agreement: placed.agreementId,
});

const commitResource = (
  commitment: Commitment,
  sentAt: Instant,
  state: ReceivedRequestState,
  { city, dutyRoom }: OutgoingContext,
): readonly Outgoing[] => {
  const received = state.requisitions.find(({ requisition }) => requisition.requisitionId === commitment.requisitionId);
  const item = received && itemOf(state, received.requisition.itemId);
  if (!item) return [];
  const { placed, originating } = state;
  const preceding = received.requisition.messageId;
  const context = { incident: placed.incident, item, preceding, originating, city, dutyRoom, sentAt };
  const body = encodeCommitment(commitment, context);
  return [{ ...addressed(state), id: commitment.messageId, type: 'CommitResource', body }];
};

const outgoing = (
  event: ReceivedRequestEvent,
  state: ReceivedRequestState,
  context: OutgoingContext,
): readonly Outgoing[] => {
  const { city, dutyRoom } = context;
  const answering = { placed: state.placed, originating: state.originating, city, dutyRoom };
  const response = { ...addressed(state), type: 'ResponseToRequestResource' } as const;
  switch (event.type) {
    case 'itemsAnswered':
      return [{ ...response, id: event.answer.messageId, body: encodeAnswer(event.answer, answering) }];
    case 'answerWithdrawn':
      return [
        { ...response, id: event.withdrawal.messageId, body: encodeAnswerWithdrawal(event.withdrawal, answering) },
      ];
    case 'requisitionCommitted':
      return commitResource(event.commitment, event.commitment.signedBy.signedAt, state, context);
    case 'requisitionRefused':
      return commitResource(event.commitment, event.at, state, context);
    default:
      return [];
  }
};

/** Body and envelope must speak of the same request under the same agreement, or the message is nobody's. */
const isOfConversation = ({ requestId, agreementId }: PlacedRequest, { conversation, agreement }: Envelope): boolean =>
  requestId === conversation && agreementId === agreement;

const requestCommand = ({
  body,
  envelope,
  agreement,
}: IncomingOf<'RequestResource'>): ReceivedRequestCommand | undefined => {
  const { from } = envelope;
  const message = decodeRequestResource(body);
  if (!isOfConversation(message.placed, envelope)) return undefined;
  switch (message.kind) {
    case 'request':
      return { type: 'receive', from, placed: message.placed, agreement };
    case 'update': {
      const { placed, recalledMessageId } = message;
      return { type: 'receive-update', from, placed, recalledMessageId, agreement };
    }
    case 'cancellation': {
      const { placed, recalledMessageId, reason } = message;
      return { type: 'receive-cancellation', from, recalledMessageId, messageId: placed.messageId, reason };
    }
  }
};

const requisitionCommand = ({
  body,
  envelope,
  agreement,
}: IncomingOf<'RequisitionResource'>): ReceivedRequestCommand | undefined => {
  const message = decodeRequisitionResource(body);
  return message.offer === undefined || isOfConversation(message.offer.placed, envelope)
    ? { type: 'receive-requisition', from: envelope.from, ...message, agreement }
    : undefined;
};

const incoming = (message: Incoming): ReceivedRequestCommand | undefined => {
  const { envelope } = message;
  switch (message.type) {
    case 'RequestResource':
      return requestCommand(message);
    case 'RequisitionResource':
      return requisitionCommand(message);
    case 'AnswerDeclined':
      return {
        type: 'receive-decline',
        from: envelope.from,
        messageId: envelope.id,
        reason: message.body.reason,
      };
    default:
      return undefined;
  }
};

/** What the city that was asked says of a request, and hears of it: answers and commitments against requests and requisitions. */
export const receivedRequestConversation: Conversation<
  ReceivedRequestState,
  ReceivedRequestCommand,
  ReceivedRequestEvent
> = { aggregate: receivedRequest, outgoing, incoming };
