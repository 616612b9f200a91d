import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { decideOffer } from './decide-offer.ts';
import { evolveOffer } from './evolve-offer.ts';
import type { OfferCommand } from './offer-commands.ts';
import { offerDeadlines } from './offer-deadlines.ts';
import { type OfferEvent, OfferEventSchema } from './offer-events.ts';
import { offerListings } from './offer-listings.ts';
import { type OfferState, OfferStateSchema } from './offer-state.ts';

/** The end that did not speak is told; both are told when an offer comes to nothing. */
const notices = (event: OfferEvent, state: OfferState): readonly NoticeDraft[] => {
  const isProvider = state.side === 'provider';
  const [provider, receiver] = [named('city', state.provider), named('city', state.receiver)];
  switch (event.type) {
    case 'offerMade':
      return isProvider ? [] : [routine(`${provider}主动提供支援。`, `${provider} offers help unasked.`)];
    case 'offerWithdrawn': {
      const { reason } = event;
      return isProvider
        ? []
        : [urgent(`${provider}撤回了主动支援：${reason}`, `${provider} withdrew its offer: ${reason}`)];
    }
    case 'offerDeclined': {
      const { reason } = event;
      return isProvider
        ? [routine(`${receiver}谢绝了主动支援：${reason}`, `${receiver} declined the offer: ${reason}`)]
        : [];
    }
    case 'offerTakenUp':
      return isProvider ? [routine(`${receiver}采用了主动支援。`, `${receiver} took up the offer.`)] : [];
    case 'offerLapsed':
      return [
        routine(
          `${provider}向${receiver}的主动支援已到期失效。`,
          `The offer of ${provider} to ${receiver} has lapsed.`,
        ),
      ];
    case 'offerMessageFailed':
      return [failureNotice(event.failure, { zh: '主动支援', en: 'an offer' })];
  }
};

/** Help offered by one city to another that has not asked for it. */
export const offer: Aggregate<OfferState, OfferCommand, OfferEvent> = {
  kind: 'offer',
  stateSchema: OfferStateSchema,
  eventSchema: OfferEventSchema,
  decide: decideOffer,
  evolve: evolveOffer,
  dueAt: (state) => (state.status === 'offered' ? state.offer.availableUntil : undefined),
  deadlines: offerDeadlines,
  listings: offerListings,
  notices,
  isExercise: (state) => state.offer.exercise,
  cameOf: ({ offer: { subject } }) => subject.incidentId,
  authority: (state) => state.offer.agreementId,
};
