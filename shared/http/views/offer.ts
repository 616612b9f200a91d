import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { OfferSchema, OfferSideSchema, type OfferState } from '../../domain/offer/offer-state.ts';
import { OFFER_STATUSES, OfferStatusSchema } from '../../domain/offer/offer-status.ts';

const reasoned = z.strictObject({ reason: z.string(), at: InstantSchema });

/** An unsolicited offer as either end sees it. */
export const OfferViewSchema = OfferSchema.omit({ messageId: true })
  .extend({
    offerId: z.uuid(),
    side: OfferSideSchema,
    status: OfferStatusSchema,
    statusText: TextSchema,
    provider: CityCodeSchema,
    receiver: CityCodeSchema,
    withdrawal: reasoned.optional(),
    decline: reasoned.optional(),
    takenUp: z.strictObject({ requestId: z.uuid(), at: InstantSchema }).optional(),
    lapsedAt: InstantSchema.optional(),
    /** Messages of this city about it that the other did not take. */
    failures: z.array(MessageFailureSchema),
  })
  .meta({ id: 'Offer' });
export type OfferView = z.infer<typeof OfferViewSchema>;

const endOf = (state: OfferState): Partial<OfferView> => {
  switch (state.status) {
    case 'withdrawn':
      return { withdrawal: { reason: state.reason, at: state.withdrawnAt } };
    case 'declined':
      return { decline: { reason: state.reason, at: state.declinedAt } };
    case 'taken-up':
      return { takenUp: { requestId: state.requestId, at: state.takenUpAt } };
    case 'lapsed':
      return { lapsedAt: state.lapsedAt };
    default:
      return {};
  }
};

/** @returns the offer as it is shown. */
export const offerView = (state: OfferState): OfferView => {
  const { messageId: _, ...offer } = state.offer;
  const { id, side, status, provider, receiver, failures } = state;
  const statusText = OFFER_STATUSES[status];
  return { offerId: id, side, status, statusText, provider, receiver, failures, ...offer, ...endOf(state) };
};
