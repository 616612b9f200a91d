import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import {
  AppraisalWordsSchema,
  FeeClaimWordsSchema,
  FeeConfirmationWordsSchema,
  MeetingTimeSchema,
  OpinionWordsSchema,
} from './call-out-details.ts';

const PersonSchema = z.strictObject({ id: z.string(), name: z.string() });

/** An expert as the call-out remembers them from the day of the invitation. */
export const InvitedExpertSchema = z
  .strictObject({
    expertId: z.uuid(),
    personId: z.string(),
    name: z.string(),
    /** CNY fen. */
    feePerDay: FenSchema,
  })
  .meta({ id: 'InvitedExpert' });
export type InvitedExpert = z.infer<typeof InvitedExpertSchema>;

/** Another time that an expert proposes. */
export const ProposalSchema = z
  .strictObject({ time: MeetingTimeSchema, reason: z.string(), at: InstantSchema })
  .meta({ id: 'MeetingProposal' });

/** An opinion with the expert's signature. */
export const OpinionSchema = OpinionWordsSchema.extend({
  signature: z.strictObject({
    by: PersonSchema,
    at: InstantSchema,
    /** SHA-256, base64url, of the canonical JSON (RFC 8785) of call-out id, expert id, text and attachments. */
    digest: z.string(),
  }),
}).meta({ id: 'Opinion' });

export const FeeClaimSchema = FeeClaimWordsSchema.extend({
  /** Days at the rate agreed, and expenses: CNY fen. */
  amount: z.int().min(0),
  at: InstantSchema,
}).meta({ id: 'FeeClaim' });

const done = { by: PersonSchema, at: InstantSchema };
export const FeeConfirmationSchema = FeeConfirmationWordsSchema.extend(done).meta({ id: 'FeeConfirmation' });
export const ServiceAppraisalSchema = AppraisalWordsSchema.extend(done).meta({ id: 'ServiceAppraisal' });

const base = {
  expert: InvitedExpertSchema,
  invitedAt: InstantSchema,
  replyBy: InstantSchema,
  /** The time agreed with this expert; the call-out's own unless another was proposed and accepted. */
  time: MeetingTimeSchema,
  /** When the expert was last urged to answer. */
  urgedAt: InstantSchema.optional(),
};
const ended = { reason: z.string(), at: InstantSchema };

/** One expert's invitation, and what has come of it. */
export const InvitationSchema = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('invited'),
      ...base,
      /** Why the time proposed did not suit. */
      refusedProposal: ProposalSchema.extend({ refusal: z.string() }).optional(),
    }),
    z.strictObject({ status: z.literal('time-proposed'), ...base, proposal: ProposalSchema }),
    z.strictObject({
      status: z.literal('accepted'),
      ...base,
      acceptedAt: InstantSchema,
    }),
    z.strictObject({
      status: z.literal('opinion-given'),
      ...base,
      opinion: OpinionSchema,
      fee: z.strictObject({ claim: FeeClaimSchema, confirmation: FeeConfirmationSchema.optional() }).optional(),
      appraisal: ServiceAppraisalSchema.optional(),
    }),
    z.strictObject({ status: z.literal('declined'), ...base, ...ended }),
    z.strictObject({ status: z.literal('recused'), ...base, ...ended }),
    z.strictObject({ status: z.literal('lapsed'), ...base, at: InstantSchema }),
    /** The coordinator no longer needs this expert. */
    z.strictObject({ status: z.literal('withdrawn'), ...base, ...ended }),
  ])
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof InvitationSchema>;
export type InvitationStatus = Invitation['status'];
export type InvitationOf<T extends InvitationStatus> = Extract<Invitation, { readonly status: T }>;

/** @returns whether the expert still has something to say or to write. */
export const isPending = ({ status }: Invitation): boolean =>
  status === 'invited' || status === 'time-proposed' || status === 'accepted';
