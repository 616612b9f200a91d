import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { AgencyDetailsSchema, DutyContactsSchema, RENEWABLES } from './agency-state.ts';

const reasoned = { reason: z.string(), at: InstantSchema };
const renewable = { what: z.enum(RENEWABLES), expiresAt: InstantSchema };

export const AgencyEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('agencyRegistered'),
    id: z.uuid(),
    details: AgencyDetailsSchema,
    dutyContacts: DutyContactsSchema,
  }),
  z.strictObject({
    type: z.literal('agencyChanged'),
    details: AgencyDetailsSchema,
    dutyContacts: DutyContactsSchema.optional(),
  }),
  z.strictObject({ type: z.literal('agencyAvailabilitySet'), periods: z.array(AvailabilityPeriodSchema) }),
  z.strictObject({ type: z.literal('agencySuspended'), ...reasoned }),
  z.strictObject({ type: z.literal('agencyResumed') }),
  z.strictObject({ type: z.literal('agencyRetired'), ...reasoned }),
  /** The ledger adds who it was. */
  z.strictObject({ type: z.literal('agencyContactsRead'), reason: z.string() }),
  z.strictObject({ type: z.literal('agencyRenewalDue'), ...renewable }),
  z.strictObject({ type: z.literal('agencyRenewalMissed'), ...renewable }),
]);
export type AgencyEvent = z.infer<typeof AgencyEventSchema>;
