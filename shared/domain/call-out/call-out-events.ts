import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { CallOutDetailsSchema } from './call-out-details.ts';
import {
  FeeClaimSchema,
  FeeConfirmationSchema,
  InvitedExpertSchema,
  OpinionSchema,
  ProposalSchema,
  ServiceAppraisalSchema,
} from './invitation.ts';

const one = { expertId: z.uuid(), at: InstantSchema };
const withReason = { ...one, reason: z.string() };
const several = { expertIds: z.array(z.uuid()).min(1), at: InstantSchema };

export const CallOutEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('callOutOpened'),
    id: z.uuid(),
    details: CallOutDetailsSchema,
    parties: z.array(z.string()),
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    at: InstantSchema,
  }),
  z.strictObject({
    type: z.literal('expertsInvited'),
    experts: z.array(InvitedExpertSchema).min(1),
    replyBy: InstantSchema,
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('invitationsUrged'), ...several }),
  z.strictObject({ type: z.literal('invitationsLapsed'), ...several }),
  z.strictObject({ type: z.literal('invitationAccepted'), ...one }),
  z.strictObject({ type: z.literal('invitationDeclined'), ...withReason }),
  z.strictObject({ type: z.literal('invitedExpertRecused'), ...withReason }),
  z.strictObject({ type: z.literal('invitationWithdrawn'), ...withReason }),
  z.strictObject({ type: z.literal('timeProposed'), expertId: z.uuid(), proposal: ProposalSchema }),
  z.strictObject({ type: z.literal('proposedTimeAccepted'), ...one }),
  z.strictObject({ type: z.literal('proposedTimeRefused'), ...withReason }),
  z.strictObject({ type: z.literal('opinionGiven'), expertId: z.uuid(), opinion: OpinionSchema }),
  z.strictObject({ type: z.literal('feeClaimed'), expertId: z.uuid(), claim: FeeClaimSchema }),
  z.strictObject({ type: z.literal('feeConfirmed'), expertId: z.uuid(), confirmation: FeeConfirmationSchema }),
  z.strictObject({ type: z.literal('serviceAppraised'), expertId: z.uuid(), appraisal: ServiceAppraisalSchema }),
  z.strictObject({ type: z.literal('callOutClosed'), at: InstantSchema }),
  z.strictObject({ type: z.literal('callOutCancelled'), reason: z.string(), at: InstantSchema }),
]);
export type CallOutEvent = z.infer<typeof CallOutEventSchema>;
export type CallOutEventOf<T extends CallOutEvent['type']> = Extract<CallOutEvent, { readonly type: T }>;
