import * as z from 'zod';
import { AgencyConditionSchema, agencyConditionOf } from '../../domain/agency/agency-availability.ts';
import { AgencyCardSchema } from '../../domain/agency/agency-listings.ts';
import { AgencyDetailsSchema, type AgencyState, AgencyStatusSchema } from '../../domain/agency/agency-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { MaskedContactSchema, maskedContact } from './team.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** An agency as a list shows it, with whether it can be given a task now. */
export const AgencyListEntrySchema = AgencyCardSchema.extend({ condition: AgencyConditionSchema, ...upkeepShown }).meta(
  {
    id: 'AgencyListEntry',
  },
);
export type AgencyListEntry = z.infer<typeof AgencyListEntrySchema>;

/** An agency with everything but its personal data. */
export const AgencyViewSchema = AgencyDetailsSchema.extend({
  agencyId: z.uuid(),
  status: AgencyStatusSchema,
  /** As of now. */
  condition: AgencyConditionSchema,
  dutyContacts: z.array(MaskedContactSchema),
  periods: z.array(AvailabilityPeriodSchema),
  suspension: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
  retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
  ...upkeepShown,
}).meta({ id: 'Agency' });
export type AgencyView = z.infer<typeof AgencyViewSchema>;

export const agencyView = (agency: AgencyState, at: Freshness): AgencyView => ({
  agencyId: agency.id,
  status: agency.status,
  condition: agencyConditionOf(agency, at.now),
  ...agency.details,
  dutyContacts: agency.dutyContacts.map(maskedContact),
  periods: agency.periods,
  ...(agency.status === 'suspended' ? { suspension: { reason: agency.reason, at: agency.suspendedAt } } : {}),
  ...(agency.status === 'retired' ? { retirement: { reason: agency.reason, at: agency.retiredAt } } : {}),
  ...upkeepView(agency, at, agency.status !== 'retired'),
});
