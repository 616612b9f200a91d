import { agreement } from '../../domain/agreement/agreement.ts';
import type { AgreementCommand, Received } from '../../domain/agreement/agreement-commands.ts';
import type { AgreementEvent } from '../../domain/agreement/agreement-events.ts';
import { type AgreementState, partnerOf } from '../../domain/agreement/agreement-state.ts';
import { digestOf } from '../canonical.ts';
import type { Conversation, Incoming, Outgoing, OutgoingContext } from '../conversation.ts';
import type { Envelope } from '../envelope.ts';

/** A message before its addressee is filled in: all of an agreement's messages go to the other party. */
type Said = {
  readonly [T in Outgoing['type']]: Omit<Extract<Outgoing, { readonly type: T }>, 'to' | 'agreement'>;
}[Outgoing['type']];

/** Puts what this city did into words for the other; nothing for what it learnt, or what only the clock did. */
const said = (event: AgreementEvent, city: string): Said | undefined => {
  switch (event.type) {
    case 'agreementProposed': {
      const { terms, key, partnerKeyId, signature } = event;
      if (signature.city !== city) return undefined;
      return { type: 'AgreementProposed', id: signature.messageId, body: { terms, key, partnerKeyId, signature } };
    }
    case 'agreementCountersigned': {
      const { key, signature } = event;
      if (signature.city !== city) return undefined;
      return { type: 'AgreementCountersigned', id: signature.messageId, body: { key, signature } };
    }
    case 'amendmentProposed': {
      const { amendment } = event;
      const { city: proposer, messageId } = amendment.proposedBy;
      return proposer === city ? { type: 'AgreementAmendmentProposed', id: messageId, body: { amendment } } : undefined;
    }
    case 'amendmentSigned': {
      const { amendmentId, signature } = event;
      if (signature.city !== city) return undefined;
      return { type: 'AgreementAmendmentSigned', id: signature.messageId, body: { amendmentId, signature } };
    }
    case 'proposalLapsed':
    case 'validityBegan':
    case 'agreementExpired':
    case 'messageFailed':
      return undefined;
    default:
      return event.by === city ? saidOfAct(event) : undefined;
  }
};

const saidOfAct = (event: Extract<AgreementEvent, { readonly by: string }>): Said => {
  const { messageId: id } = event;
  switch (event.type) {
    case 'agreementRefused':
      return { type: 'AgreementRefused', id, body: { reason: event.reason, key: event.key } };
    case 'amendmentRefused':
      return {
        type: 'AgreementAmendmentRefused',
        id,
        body: { amendmentId: event.amendmentId, reason: event.reason },
      };
    case 'agreementSuspended':
      return { type: 'AgreementSuspended', id, body: { reason: event.reason } };
    case 'agreementResumed':
      return { type: 'AgreementResumed', id, body: { reason: event.reason } };
    case 'agreementTerminated':
      return { type: 'AgreementTerminated', id, body: { reason: event.reason } };
    case 'agreementActivated':
      return { type: 'AgreementActivated', id, body: { number: event.number, reason: event.reason } };
    case 'agreementStoodDown': {
      const { declarationId, reason } = event;
      return { type: 'AgreementStoodDown', id, body: { declarationId, reason } };
    }
    case 'keyRotated':
      return { type: 'KeyRotated', id, body: { key: event.key } };
  }
};

const outgoing = (event: AgreementEvent, state: AgreementState, { city }: OutgoingContext): readonly Outgoing[] => {
  const message = said(event, city);
  if (!message) return [];
  const to = [partnerOf(state, city)];
  // A proposal names no agreement: there is none yet.
  return [message.type === 'AgreementProposed' ? { ...message, to } : { ...message, to, agreement: state.id }];
};

const receivedWith = ({ from, id, issuedAt }: Envelope): Received => ({ from, messageId: id, at: issuedAt });

const incoming = ({ type, body, envelope }: Incoming): AgreementCommand | undefined => {
  const received = receivedWith(envelope);
  switch (type) {
    case 'AgreementProposed': {
      const [partner = ''] = envelope.to;
      const { conversation: id, exercise } = envelope;
      return {
        type: 'receive-proposal',
        ...received,
        ...body,
        id,
        partner,
        exercise,
        termsDigest: digestOf(body.terms),
      };
    }
    case 'AgreementCountersigned':
      return { type: 'receive-countersignature', ...received, ...body };
    case 'AgreementRefused':
      return { type: 'receive-refusal', ...received, ...body };
    case 'AgreementAmendmentProposed':
      return { type: 'receive-amendment', ...received, ...body, termsDigest: digestOf(body.amendment.terms) };
    case 'AgreementAmendmentSigned':
      return { type: 'receive-amendment-signature', ...received, ...body };
    case 'AgreementAmendmentRefused':
      return { type: 'receive-amendment-refusal', ...received, ...body };
    case 'AgreementSuspended':
      return { type: 'receive-suspension', ...received, ...body };
    case 'AgreementResumed':
      return { type: 'receive-resumption', ...received, ...body };
    case 'AgreementTerminated':
      return { type: 'receive-termination', ...received, ...body };
    case 'AgreementActivated':
      return { type: 'receive-activation', ...received, ...body };
    case 'AgreementStoodDown':
      return { type: 'receive-stand-down', ...received, ...body };
    case 'KeyRotated':
      return { type: 'receive-key-rotation', ...received, ...body };
    default:
      return undefined;
  }
};

/** What two cities say to one another about an agreement. The envelope's `conversation` is the agreement's id. */
export const agreementConversation: Conversation<AgreementState, AgreementCommand, AgreementEvent> = {
  aggregate: agreement,
  outgoing,
  incoming,
};
