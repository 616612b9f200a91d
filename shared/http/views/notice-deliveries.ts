import * as z from 'zod';
import { type DeliveryRow, DeliveryRowSchema } from '../../notify/delivery-row.ts';
import { type EscalationRow, EscalationRowSchema } from '../../notify/escalation-row.ts';

const { id, to, channel, shown, state, notBefore, attempts, tries } = DeliveryRowSchema.shape;

/** What became of a notice on one way. */
export const DeliveryViewSchema = z
  .strictObject({ deliveryId: id, to, channel, shown, state, notBefore, attempts, tries })
  .meta({ id: 'Delivery' });

const { afterMinutes, steps, end } = EscalationRowSchema.shape;

export const DeliveriesSchema = z
  .strictObject({
    deliveries: z.array(DeliveryViewSchema),
    /** Of what is urgent, where somebody is on the duty roster. */
    escalation: z.strictObject({ afterMinutes, steps, end }).optional(),
  })
  .meta({ id: 'NoticeDeliveries' });

/** @returns a delivery as it is shown. */
export const deliveryView = (row: DeliveryRow): z.infer<typeof DeliveryViewSchema> => ({
  deliveryId: row.id,
  ...{ to: row.to, channel: row.channel, shown: row.shown, state: row.state },
  ...{ notBefore: row.notBefore, attempts: row.attempts, tries: row.tries },
});

/** @returns an escalation as it is shown. */
export const escalationView = (row: EscalationRow): NonNullable<z.infer<typeof DeliveriesSchema>['escalation']> => ({
  afterMinutes: row.afterMinutes,
  steps: row.steps,
  ...(row.end === undefined ? {} : { end: row.end }),
});
