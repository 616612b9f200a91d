import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import { decideOffer } from './decide-offer.ts';
import { evolveOffer } from './evolve-offer.ts';
import type { OfferCommand } from './offer-commands.ts';
import { type OfferEvent, OfferEventSchema } from './offer-events.ts';
import { offerListings } from './offer-listings.ts';
import { type OfferState, OfferStateSchema } from './offer-state.ts';

const routine = (zh: string, en: string): readonly NoticeDraft[] => [{ urgency: 'routine', text: { zh, en } }];

/** The end that did not speak is told; both are told when an offer comes to nothing. */
const notices = (event: OfferEvent, { side, provider, receiver }: OfferState): readonly NoticeDraft[] => {
  const isProvider = side === 'provider';
  switch (event.type) {
    case 'offerMade':
      return isProvider ? [] : routine(`${provider}主动提供支援。`, `${provider} offers help unasked.`);
    case 'offerWithdrawn':
      return isProvider
        ? []
        : [
            {
              urgency: 'urgent',
              text: {
                zh: `${provider}撤回了主动支援：${event.reason}`,
                en: `${provider} withdrew its offer: ${event.reason}`,
              },
            },
          ];
    case 'offerDeclined':
      return isProvider
        ? routine(`${receiver}谢绝了主动支援：${event.reason}`, `${receiver} declined the offer: ${event.reason}`)
        : [];
    case 'offerTakenUp':
      return isProvider ? routine(`${receiver}接受了主动支援。`, `${receiver} took up the offer.`) : [];
    case 'offerLapsed':
      return routine(
        `${provider}向${receiver}的主动支援已到期失效。`,
        `The offer of ${provider} to ${receiver} has lapsed.`,
      );
    case 'offerMessageFailed': {
      const { city, reason } = event.failure;
      return [
        {
          urgency: 'urgent',
          text: {
            zh: `关于主动支援、发往${named('city', city)}的消息未被接受：${reason.zh}`,
            en: `A message about an offer to ${named('city', city)} was not accepted: ${reason.en}`,
          },
        },
      ];
    }
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
  listings: offerListings,
  notices,
  isExercise: (state) => state.offer.exercise,
  authority: (state) => state.offer.agreementId,
};
