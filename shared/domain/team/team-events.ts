import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { DutyContactSchema, TeamCommitmentSchema, TeamDetailsSchema } from './team-state.ts';

export const TeamEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('teamRegistered'),
    id: z.uuid(),
    details: TeamDetailsSchema,
    dutyContact: DutyContactSchema,
  }),
  z.strictObject({
    type: z.literal('teamChanged'),
    details: TeamDetailsSchema,
    dutyContact: DutyContactSchema.optional(),
  }),
  z.strictObject({ type: z.literal('teamAvailabilitySet'), periods: z.array(AvailabilityPeriodSchema) }),
  z.strictObject({ type: z.literal('teamRetired'), reason: z.string(), at: InstantSchema }),
  z.strictObject({ type: z.literal('teamCommitted'), commitment: TeamCommitmentSchema }),
  z.strictObject({ type: z.literal('teamCommitmentExtended'), deploymentId: z.uuid(), until: InstantSchema }),
  z.strictObject({ type: z.literal('teamCommitmentReleased'), deploymentId: z.uuid() }),
  /** The ledger adds who it was. */
  z.strictObject({ type: z.literal('teamContactRead'), reason: z.string() }),
  z.strictObject({ type: z.literal('certificationExpiring'), expiresAt: InstantSchema }),
  z.strictObject({ type: z.literal('certificationExpired'), expiresAt: InstantSchema }),
]);
export type TeamEvent = z.infer<typeof TeamEventSchema>;
