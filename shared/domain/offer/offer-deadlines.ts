import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { waiting } from '../deadline/waiting.ts';
import { named } from '../kernel/named.ts';
import type { OfferState } from './offer-state.ts';

/** @returns the answer that an offer waits for, as either city sees it; it lapses with the time that was offered. */
export const offerDeadlines = (
  { status, side, provider, receiver, offer }: OfferState,
  rules: CityRules,
): readonly OpenDeadline[] =>
  status === 'offered'
    ? waiting(rules, {
        handOff: 'offer-answer',
        since: offer.offeredAt,
        noLaterThan: offer.availableUntil,
        waitsFor: side === 'receiver' ? { who: 'duty-room' } : { who: 'city', city: receiver },
        what: {
          zh: `${named('city', receiver)}答复${named('city', provider)}的主动支援`,
          en: `Answer of ${named('city', receiver)} to the help offered by ${named('city', provider)}`,
        },
      })
    : [];
