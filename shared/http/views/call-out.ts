import * as z from 'zod';
import { CallOutDetailsSchema } from '../../domain/call-out/call-out-details.ts';
import { CALL_OUT_REFUSALS } from '../../domain/call-out/call-out-refusals.ts';
import {
  CALL_OUT_STATUSES,
  type CallOutState,
  CallOutStatusSchema,
  invitationOf,
} from '../../domain/call-out/call-out-state.ts';
import { InvitationSchema } from '../../domain/call-out/invitation.ts';
import { INVITATION_STATUSES } from '../../domain/call-out/invitation-status.ts';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { problemOfRefusal } from '../problems.ts';

const { question, meeting, replyBy, opinionBy, requestId } = CallOutDetailsSchema.shape;

const common = {
  callOutId: z.uuid(),
  status: CallOutStatusSchema,
  statusText: TextSchema,
  incident: IncidentSummarySchema,
  exercise: z.boolean(),
  question,
  meeting,
  opinionBy,
  openedAt: InstantSchema,
  closedAt: InstantSchema.optional(),
  cancellation: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
};

/** A call-out as the coordinator sees it: every invitation with what came of it. */
export const CallOutViewSchema = z
  .strictObject({
    ...common,
    requestId,
    replyBy,
    parties: z.array(z.string()),
    invitations: z.array(InvitationSchema),
  })
  .meta({ id: 'CallOut' });
export type CallOutView = z.infer<typeof CallOutViewSchema>;

/** A call-out as one of the experts sees it: nothing of the others. */
export const OwnCallOutViewSchema = z
  .strictObject({ ...common, invitation: InvitationSchema, invitationText: TextSchema })
  .meta({ id: 'OwnCallOut' });
export type OwnCallOutView = z.infer<typeof OwnCallOutViewSchema>;

const shown = (callOut: CallOutState) => ({
  callOutId: callOut.id,
  status: callOut.status,
  statusText: CALL_OUT_STATUSES[callOut.status],
  incident: callOut.incident,
  exercise: callOut.exercise,
  question: callOut.details.question,
  meeting: callOut.details.meeting,
  opinionBy: callOut.details.opinionBy,
  openedAt: callOut.openedAt,
  ...(callOut.status === 'closed' ? { closedAt: callOut.closedAt } : {}),
  ...(callOut.status === 'cancelled' ? { cancellation: { reason: callOut.reason, at: callOut.cancelledAt } } : {}),
});

/** @returns the call-out as its coordinator sees it. */
export const callOutView = (callOut: CallOutState): CallOutView => ({
  ...shown(callOut),
  ...(callOut.details.requestId === undefined ? {} : { requestId: callOut.details.requestId }),
  replyBy: callOut.details.replyBy,
  parties: callOut.parties,
  invitations: callOut.invitations,
});

/**
 * @returns the call-out as the person who is invited sees it.
 * @throws ProblemError 404 for anybody else
 */
export const ownCallOutView = (callOut: CallOutState, personId: string): OwnCallOutView => {
  const invitation = invitationOf(callOut, { personId });
  if (!invitation) throw problemOfRefusal({ reason: CALL_OUT_REFUSALS.notInvited, parameters: {} });
  return { ...shown(callOut), invitation, invitationText: INVITATION_STATUSES[invitation.status] };
};
