import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { contactRead } from '../roster/contact-read.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { ExpertContactSchema, ExpertDetailsSchema, TermSchema } from './expert-details.ts';
import { AppraisalSchema } from './expert-state.ts';

/** When the expert or the city said what the entry should be; not in the oldest events. */
const confirming = { at: InstantSchema.optional() };

export const ExpertEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('expertAppointed'),
    id: z.uuid(),
    details: ExpertDetailsSchema,
    contact: ExpertContactSchema,
    term: TermSchema,
    reason: z.string(),
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('expertChanged'), details: ExpertDetailsSchema, ...confirming }),
  z.strictObject({ type: z.literal('expertContactChanged'), contact: ExpertContactSchema, ...confirming }),
  z.strictObject({
    type: z.literal('expertAvailabilitySet'),
    periods: z.array(AvailabilityPeriodSchema),
    ...confirming,
  }),
  z.strictObject({ type: z.literal('expertConfirmed'), at: InstantSchema }),
  z.strictObject({ type: z.literal('expertRenewed'), term: TermSchema, reason: z.string(), at: InstantSchema }),
  /** Arranged for a day to come. */
  z.strictObject({ type: z.literal('expertLeavingArranged'), at: InstantSchema, reason: z.string() }),
  z.strictObject({ type: z.literal('expertLeft'), at: InstantSchema, reason: z.string() }),
  z.strictObject({ type: z.literal('expertTermEnding'), until: InstantSchema }),
  z.strictObject({ type: z.literal('expertContactRead'), ...contactRead }),
  z.strictObject({ type: z.literal('expertCalledOut'), callOutId: z.uuid() }),
  z.strictObject({ type: z.literal('expertCallOutEnded'), callOutId: z.uuid() }),
  z.strictObject({ type: z.literal('expertAppraised'), appraisal: AppraisalSchema }),
]);
export type ExpertEvent = z.infer<typeof ExpertEventSchema>;
