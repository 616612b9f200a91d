import type { OfferEvent, OfferEventOf } from './offer-events.ts';
import type { OfferState, OfferStatus } from './offer-state.ts';

const made = ({ type: _type, ...event }: OfferEventOf<'offerMade'>): OfferState => ({
  status: 'offered',
  ...event,
  failures: [],
});

const baseOf = ({ id, side, provider, receiver, offer, failures }: OfferState) => ({
  id,
  side,
  provider,
  receiver,
  offer,
  failures,
});

/** Messages that crossed are settled the same way at both ends: later in this order wins. */
const RANK: Readonly<Record<OfferStatus, number>> = {
  offered: 0,
  undelivered: 0,
  lapsed: 1,
  declined: 2,
  'taken-up': 2,
  withdrawn: 3,
};

const settle = (before: OfferState, after: OfferState): OfferState =>
  RANK[after.status] > RANK[before.status] ? after : before;

const failed = (state: OfferState, { failure }: OfferEventOf<'offerMessageFailed'>): OfferState => {
  const failures = [...state.failures, failure];
  return failure.messageId === state.offer.messageId
    ? { ...baseOf(state), status: 'undelivered', failures }
    : { ...state, failures };
};

/** @returns the state after an event; the same at both ends for everything the cities say to each other. */
export const evolveOffer = (state: OfferState | undefined, event: OfferEvent): OfferState => {
  if (event.type === 'offerMade') return made(event);
  if (state === undefined) throw new Error(`an offer begins by being made, not by ${event.type}`);
  return changed(state, event);
};

const changed = (state: OfferState, event: Exclude<OfferEvent, { type: 'offerMade' }>): OfferState => {
  const base = baseOf(state);
  switch (event.type) {
    case 'offerWithdrawn':
      return settle(state, { ...base, status: 'withdrawn', withdrawnAt: event.at, reason: event.reason });
    case 'offerDeclined':
      return settle(state, { ...base, status: 'declined', declinedAt: event.at, reason: event.reason });
    case 'offerTakenUp':
      return settle(state, { ...base, status: 'taken-up', takenUpAt: event.at, requestId: event.requestId });
    case 'offerLapsed':
      return settle(state, { ...base, status: 'lapsed', lapsedAt: event.at });
    case 'offerMessageFailed':
      return failed(state, event);
  }
};
