import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import { type OfferSide, OfferSideSchema, type OfferState, type OfferStatus } from './offer-state.ts';
import { OfferStatusSchema } from './offer-status.ts';

/** What lists show of an offer. */
export const OfferCardSchema = z
  .strictObject({
    offerId: z.uuid(),
    side: OfferSideSchema,
    status: OfferStatusSchema,
    provider: CityCodeSchema,
    receiver: CityCodeSchema,
    hazard: HazardSchema,
    kinds: z.array(ResourceKindSchema),
    availableFrom: InstantSchema,
    availableUntil: InstantSchema,
    offeredAt: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'OfferCard' });
type OfferCard = z.infer<typeof OfferCardSchema>;

/** What a list of offers may be narrowed to. */
export interface OfferFilter {
  readonly side?: OfferSide | undefined;
  readonly status?: OfferStatus | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const offerList = ({ side, status }: OfferFilter): string => listName('offer', { side, status });

const cardOf = ({ id, side, status, provider, receiver, offer }: OfferState): OfferCard => ({
  offerId: id,
  side,
  status,
  provider,
  receiver,
  hazard: offer.subject.hazard,
  kinds: [...new Set(offer.resources.map(({ kind }) => kind))],
  availableFrom: offer.availableFrom,
  availableUntil: offer.availableUntil,
  offeredAt: offer.offeredAt,
  exercise: offer.exercise,
});

/** @returns the rows by which an offer is found, in order of being made. */
export const offerListings = (state: OfferState): readonly Listing[] => {
  const { id, side, status, offer } = state;
  const sort = `${offer.offeredAt}#${id}`;
  return [{}, { side }, { status }, { side, status }].map((filter) => ({
    list: offerList(filter),
    sort,
    card: cardOf(state),
  }));
};
