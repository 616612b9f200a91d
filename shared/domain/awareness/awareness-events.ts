import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { AwarenessNoticeSchema } from './awareness-notice.ts';
import { AwarenessSideSchema } from './awareness-state.ts';

export const AwarenessEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('partnerTold'),
    id: z.uuid(),
    side: AwarenessSideSchema,
    teller: CityCodeSchema,
    told: CityCodeSchema,
    notice: AwarenessNoticeSchema,
  }),
  z.strictObject({
    type: z.literal('awarenessStoodDown'),
    messageId: z.uuid(),
    reason: z.string(),
    at: InstantSchema,
  }),
  /** Its time was up, and nobody had stood it down. */
  z.strictObject({ type: z.literal('awarenessRanOut'), at: InstantSchema }),
  z.strictObject({ type: z.literal('awarenessMessageFailed'), failure: MessageFailureSchema }),
]);
export type AwarenessEvent = z.infer<typeof AwarenessEventSchema>;
