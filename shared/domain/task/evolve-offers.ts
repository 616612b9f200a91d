import type { Instant } from '../kernel/instant.ts';
import { isPending, type Offered, type OfferOutcome, type TaskOffer } from './task-offer.ts';

type Offers = readonly TaskOffer[];

/** @returns the offers with further ones. */
export const withOffers = (offers: Offers, further: readonly Offered[], offeredAt: Instant): TaskOffer[] => [
  ...offers,
  ...further.map((offered): TaskOffer => ({ ...offered, offeredAt, outcome: { kind: 'open' } })),
];

/** @returns the offers, an agency's last one changed. */
export const atAgency = (offers: Offers, agencyId: string, change: (offer: TaskOffer) => TaskOffer): TaskOffer[] => {
  const last = offers.findLastIndex((offer) => offer.agencyId === agencyId);
  return offers.map((offer, index) => (index === last ? change(offer) : offer));
};

const settled = ({ counterRefused: _, ...offer }: TaskOffer, outcome: OfferOutcome): TaskOffer => ({
  ...offer,
  outcome,
});

/** @returns the offers, an agency's last one with what became of it. */
export const withOutcome = (offers: Offers, agencyId: string, outcome: OfferOutcome): TaskOffer[] =>
  atAgency(offers, agencyId, (offer) => settled(offer, outcome));

/** @returns the offers, all that have yet to be answered with what became of them. */
export const withPending = (offers: Offers, outcome: OfferOutcome): TaskOffer[] =>
  offers.map((offer) => (isPending(offer) ? settled(offer, outcome) : offer));
