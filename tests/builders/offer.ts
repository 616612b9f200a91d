import { type OfferDetails, OfferDetailsSchema } from '../../shared/domain/offer/offer-commands.ts';
import type { Offer } from '../../shared/domain/offer/offer-state.ts';
import type { TeamState } from '../../shared/domain/team/team-state.ts';
import { offerConversation } from '../../shared/exchange/conversations/offer.ts';
import { AGREEMENT_ID, signedAgreement } from './agreement.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { aTeam, TEAM_ID } from './team.ts';
import { twoCities } from './two-cities.ts';

const OFFER_ID = '0190b000-0000-7000-8000-000000000b00';
export const AVAILABLE_UNTIL = '2026-07-18T00:00:00.000Z';

const subject = { hazard: 'flood' as const, description: '南川河洪水' };
const period = { availableFrom: '2026-07-15T04:00:00.000Z', availableUntil: AVAILABLE_UNTIL };
const costs = { personnel: 1_000_000, travel: 200_000 };

/** Two water rescue teams of Lanzhou, one of them named, as the message has them. */
export const anOffer = (overrides: Partial<Offer> = {}): Offer => ({
  messageId: '0190b000-0000-7000-8000-000000000b01',
  agreementId: AGREEMENT_ID,
  subject,
  resources: [
    {
      resourceId: '0190b000-0000-7000-8000-000000000b02',
      kind: 'water-rescue',
      level: 2,
      quantity: 2,
      teams: [{ teamId: TEAM_ID, name: '兰州水上救援一队', level: 1, headcount: 12 }],
      costs,
    },
  ],
  ...period,
  offeredAt: '2026-07-15T00:00:00.000Z',
  exercise: false,
  ...overrides,
});

/** The same as the duty room writes it. */
export const offerDetails = (overrides: Partial<OfferDetails> = {}): OfferDetails =>
  OfferDetailsSchema.parse({
    agreementId: AGREEMENT_ID,
    subject,
    resources: [{ kind: 'water-rescue', level: 2, quantity: 2, costs, teamIds: [TEAM_ID] }],
    ...period,
    ...overrides,
  });

/** Lanzhou and Xining with their agreement; Lanzhou can make offers of its one team. */
export const offeringCities = (agreement = signedAgreement()) => {
  const cities = twoCities(offerConversation, OFFER_ID, [LANZHOU, XINING], agreement);
  const make = (details: OfferDetails = offerDetails(), teams: readonly TeamState[] = [aTeam()]) =>
    cities.act(LANZHOU, { type: 'make', id: OFFER_ID, details, agreement, teams });
  return { ...cities, make };
};
