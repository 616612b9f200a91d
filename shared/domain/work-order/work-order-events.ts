import * as z from 'zod';
import { IncidentDetailsSchema } from '../incident/incident-details.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { FollowUpSchema } from '../request/request-state.ts';
import { contactRead } from '../roster/contact-read.ts';
import { HandlingSchema } from './handling.ts';
import { LikeSchema, WorkOrderEntrySchema } from './work-order-details.ts';
import { OtherOrderSchema } from './work-order-state.ts';

const done = { by: PersonReferenceSchema, at: InstantSchema };
const reason = z.string();

export const WorkOrderEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('workOrderEntered'),
    id: z.uuid(),
    ...WorkOrderEntrySchema.shape,
    likes: z.array(LikeSchema),
    ...done,
  }),
  z.strictObject({ type: z.literal('workOrderAccepted'), ...done }),
  z.strictObject({ type: z.literal('workOrderSentBack'), reason, ...done }),
  /** `opened`: the incident is new; `attached`: it is not, and learns of the order; `left`: the one it was about before. */
  z.strictObject({
    type: z.literal('workOrderHandled'),
    handling: HandlingSchema,
    incidentId: z.uuid().optional(),
    opened: IncidentDetailsSchema.optional(),
    attached: z.boolean(),
    left: z.uuid().optional(),
    ...done,
  }),
  z.strictObject({ type: z.literal('workOrderSupervised'), reason, ...done }),
  z.strictObject({ type: z.literal('workOrderFedBack'), words: z.string(), ...done }),
  z.strictObject({ type: z.literal('workOrderFollowedUp'), followUp: FollowUpSchema }),
  z.strictObject({ type: z.literal('workOrderArchived'), at: InstantSchema }),
  z.strictObject({ type: z.literal('workOrderReopened'), reason, ...done }),
  z.strictObject({ type: z.literal('workOrderMerged'), into: OtherOrderSchema, ...done }),
  /** Stands for these others from now on. */
  z.strictObject({
    type: z.literal('workOrdersTakenOver'),
    orders: z.array(OtherOrderSchema).min(1),
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('callerRead'), ...contactRead }),
]);
export type WorkOrderEvent = z.infer<typeof WorkOrderEventSchema>;
export type WorkOrderEventOf<T extends WorkOrderEvent['type']> = Extract<WorkOrderEvent, { readonly type: T }>;
