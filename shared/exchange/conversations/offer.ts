import { offer } from '../../domain/offer/offer.ts';
import type { OfferCommand } from '../../domain/offer/offer-commands.ts';
import type { OfferEvent } from '../../domain/offer/offer-events.ts';
import { counterpartOf, type OfferState } from '../../domain/offer/offer-state.ts';
import {
  decodeOfferMessage,
  encodeOffer,
  encodeOfferWithdrawal,
  type OfferContext,
} from '../codecs/offer-unsolicited-resource.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

const providerSays = (event: OfferEvent, state: OfferState, context: OfferContext): readonly Outgoing[] => {
  const addressed = {
    type: 'OfferUnsolicitedResource' as const,
    to: [state.receiver],
    agreement: state.offer.agreementId,
  };
  if (event.type === 'offerMade')
    return [{ ...addressed, id: event.offer.messageId, body: encodeOffer(event.offer, context) }];
  if (event.type !== 'offerWithdrawn') return [];
  const withdrawal = { ...event, recalledMessageId: state.offer.messageId };
  return [{ ...addressed, id: event.messageId, body: encodeOfferWithdrawal(withdrawal, state.offer, context) }];
};

const receiverSays = (event: OfferEvent, state: OfferState): readonly Outgoing[] =>
  event.type === 'offerDeclined'
    ? [
        {
          id: event.messageId,
          type: 'OfferDeclined',
          to: [counterpartOf(state)],
          agreement: state.offer.agreementId,
          body: { reason: event.reason },
        },
      ]
    : [];

const incoming = ({ type, body, envelope, agreement }: Incoming): OfferCommand | undefined => {
  const { from, conversation: id } = envelope;
  if (type === 'OfferDeclined')
    return { type: 'receive-decline', from, messageId: envelope.id, reason: body.reason, at: envelope.issuedAt };
  if (type !== 'OfferUnsolicitedResource') return undefined;
  const said = decodeOfferMessage(body);
  return said.kind === 'offer'
    ? { type: 'receive', id, from, offer: said.offer, agreement }
    : { type: 'receive-withdrawal', from, ...said.withdrawal };
};

/** Unsolicited offers: made and withdrawn by the one city, declined by the other; taking one up is a requisition's affair. */
export const offerConversation: Conversation<OfferState, OfferCommand, OfferEvent> = {
  aggregate: offer,
  outgoing: (event, state, context) =>
    state.side === 'provider' ? providerSays(event, state, context) : receiverSays(event, state),
  incoming,
};
