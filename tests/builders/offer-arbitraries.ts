import * as fc from 'fast-check';
import type { Offer, OfferedResource, OfferSubject } from '../../shared/domain/offer/offer-state.ts';
import type { PackageSummary } from '../../shared/domain/package/package-mission.ts';
import { HAZARDS } from '../../shared/domain/vocabulary/hazards.ts';
import { TEAM_KINDS } from '../../shared/domain/vocabulary/resource-kinds.ts';
import type { Withdrawal } from '../../shared/exchange/codecs/withdrawal.ts';
import { costs, id, moment, namedTeam, words } from './answer-arbitraries.ts';
import { keysOf } from './request-arbitraries.ts';

const resource: fc.Arbitrary<OfferedResource> = fc.record({
  resourceId: id,
  kind: keysOf(TEAM_KINDS),
  level: fc.constantFrom<OfferedResource['level']>(1, 2, 3),
  quantity: fc.integer({ min: 4, max: 100 }),
  teams: fc.array(namedTeam, { maxLength: 4 }),
  costs,
});

const hazard = keysOf(HAZARDS);
const subject: fc.Arbitrary<OfferSubject> = fc.oneof(
  fc.record({ hazard, incidentId: id }),
  fc.record({ hazard, description: words }),
  fc.record({ hazard, incidentId: id, description: words }),
);

const summary: fc.Arbitrary<PackageSummary> = fc.record(
  {
    ...{ packageId: id, name: words, mission: words, capability: words },
    ...{ limitations: words, logisticsNeeded: words, footprint: words },
    ...{ estimatedDeparture: moment, estimatedArrival: moment },
  },
  { requiredKeys: ['packageId', 'name', 'mission', 'capability', 'estimatedDeparture'] },
);

const offerParts = {
  messageId: id,
  agreementId: id,
  subject,
  resources: fc.uniqueArray(resource, { minLength: 1, maxLength: 4, selector: ({ resourceId }) => resourceId }),
  availableFrom: moment,
  availableUntil: moment,
  offeredAt: moment,
  exercise: fc.boolean(),
};

/** Any offer a city can make, of a package or not. */
export const anyOffer: fc.Arbitrary<Offer> = fc.oneof(
  fc.record(offerParts),
  fc.record({ ...offerParts, package: summary }),
);

/** Anything that takes an offer or a question back. */
export const anyWithdrawal: fc.Arbitrary<Withdrawal> = fc.record({
  messageId: id,
  recalledMessageId: id,
  reason: words,
  at: moment,
});
