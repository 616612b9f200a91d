import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { contactRead } from '../roster/contact-read.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { AgencyDetailsSchema, DutyContactsSchema, RENEWABLES } from './agency-state.ts';

const reasoned = { reason: z.string(), at: InstantSchema };
const renewable = { what: z.enum(RENEWABLES), expiresAt: InstantSchema };

/** When somebody who answers for the agency said what it is like; not in the oldest events. */
const confirming = { at: InstantSchema.optional() };

export const AgencyEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('agencyRegistered'),
    id: z.uuid(),
    details: AgencyDetailsSchema,
    dutyContacts: DutyContactsSchema,
    ...confirming,
  }),
  z.strictObject({
    type: z.literal('agencyChanged'),
    details: AgencyDetailsSchema,
    dutyContacts: DutyContactsSchema.optional(),
    ...confirming,
  }),
  z.strictObject({
    type: z.literal('agencyAvailabilitySet'),
    periods: z.array(AvailabilityPeriodSchema),
    ...confirming,
  }),
  z.strictObject({ type: z.literal('agencyConfirmed'), at: InstantSchema }),
  z.strictObject({ type: z.literal('agencySuspended'), ...reasoned }),
  z.strictObject({ type: z.literal('agencyResumed') }),
  z.strictObject({ type: z.literal('agencyRetired'), ...reasoned }),
  z.strictObject({ type: z.literal('agencyContactsRead'), ...contactRead }),
  z.strictObject({ type: z.literal('agencyRenewalDue'), ...renewable }),
  z.strictObject({ type: z.literal('agencyRenewalMissed'), ...renewable }),
]);
export type AgencyEvent = z.infer<typeof AgencyEventSchema>;
