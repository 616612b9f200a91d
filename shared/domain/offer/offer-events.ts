import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { OfferSchema, OfferSideSchema } from './offer-state.ts';

const said = { messageId: z.uuid(), reason: z.string(), at: InstantSchema };

/** What happens to an unsolicited offer; what one city says and the other hears is the same event at both ends. */
export const OfferEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('offerMade'),
    id: z.uuid(),
    side: OfferSideSchema,
    provider: CityCodeSchema,
    receiver: CityCodeSchema,
    offer: OfferSchema,
  }),
  z.strictObject({ type: z.literal('offerWithdrawn'), ...said }),
  z.strictObject({ type: z.literal('offerDeclined'), ...said }),
  z.strictObject({ type: z.literal('offerTakenUp'), requestId: z.uuid(), at: InstantSchema }),
  z.strictObject({ type: z.literal('offerLapsed'), at: InstantSchema }),
  z.strictObject({ type: z.literal('offerMessageFailed'), failure: MessageFailureSchema }),
]);
export type OfferEvent = z.infer<typeof OfferEventSchema>;
export type OfferEventOf<T extends OfferEvent['type']> = Extract<OfferEvent, { type: T }>;
