import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { contactRead } from '../roster/contact-read.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { DutyContactSchema, TeamCommitmentSchema, TeamDetailsSchema, TeamStandbySchema } from './team-state.ts';

/** When somebody who answers for the team said what it is like; not in the oldest events. */
const confirming = { at: InstantSchema.optional() };

export const TeamEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('teamRegistered'),
    id: z.uuid(),
    details: TeamDetailsSchema,
    dutyContact: DutyContactSchema,
    ...confirming,
  }),
  z.strictObject({
    type: z.literal('teamChanged'),
    details: TeamDetailsSchema,
    dutyContact: DutyContactSchema.optional(),
    ...confirming,
  }),
  z.strictObject({ type: z.literal('teamAvailabilitySet'), periods: z.array(AvailabilityPeriodSchema), ...confirming }),
  z.strictObject({ type: z.literal('teamConfirmed'), at: InstantSchema }),
  z.strictObject({ type: z.literal('teamRetired'), reason: z.string(), at: InstantSchema }),
  z.strictObject({ type: z.literal('teamCommitted'), commitment: TeamCommitmentSchema }),
  z.strictObject({ type: z.literal('teamCommittedToDrill'), commitment: TeamCommitmentSchema }),
  z.strictObject({ type: z.literal('teamCommitmentExtended'), deploymentId: z.uuid(), until: InstantSchema }),
  z.strictObject({
    type: z.literal('teamCommitmentReleased'),
    deploymentId: z.uuid(),
    /** From a drill, by a real mission. */
    calledAway: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('teamPutOnStandby'), standby: TeamStandbySchema }),
  z.strictObject({ type: z.literal('teamStandbyEnded'), warningId: z.uuid() }),
  z.strictObject({ type: z.literal('teamContactRead'), ...contactRead }),
  z.strictObject({ type: z.literal('certificationExpiring'), expiresAt: InstantSchema }),
  z.strictObject({ type: z.literal('certificationExpired'), expiresAt: InstantSchema }),
]);
export type TeamEvent = z.infer<typeof TeamEventSchema>;
