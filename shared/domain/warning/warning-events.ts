import * as z from 'zod';
import { CapStatusSchema } from '../cap/cap-codes.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { WarningActSchema } from './warning-act.ts';
import { AcknowledgementSchema, RejectionSchema, TakenAlertSchema } from './warning-state.ts';

const endedBy = { by: z.uuid(), at: InstantSchema };

export const WarningEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('warningReceived'), ...TakenAlertSchema.shape }),
  z.strictObject({ type: z.literal('warningIssued'), ...TakenAlertSchema.shape }),
  z.strictObject({ type: z.literal('warningSuperseded'), ...endedBy }),
  z.strictObject({ type: z.literal('warningCancelled'), ...endedBy }),
  z.strictObject({ type: z.literal('warningExpired'), at: InstantSchema }),
  /** A later alert of its sender ends it before it has come. */
  z.strictObject({
    type: z.literal('unseenWarningEnded'),
    id: z.uuid(),
    as: z.enum(['superseded', 'cancelled']),
    realm: CapStatusSchema,
    ...endedBy,
  }),
  z.strictObject({ type: z.literal('warningAcknowledged'), acknowledgement: AcknowledgementSchema }),
  /** One of its acts came to this status, in the transaction that did it. */
  z.strictObject({ type: z.literal('warningActed'), act: WarningActSchema }),
  z.strictObject({ type: z.literal('warningRejected'), rejection: RejectionSchema }),
]);
export type WarningEvent = z.infer<typeof WarningEventSchema>;
export type WarningEventOf<T extends WarningEvent['type']> = Extract<WarningEvent, { readonly type: T }>;
