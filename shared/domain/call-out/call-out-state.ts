import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { InstantSchema } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { CallOutDetailsSchema } from './call-out-details.ts';
import { type Invitation, InvitationSchema } from './invitation.ts';

const base = {
  id: z.uuid(),
  details: CallOutDetailsSchema,
  /** Those of the call-out and those that the incident named when it was opened. */
  parties: z.array(z.string()),
  incident: IncidentSummarySchema,
  exercise: z.boolean(),
  openedAt: InstantSchema,
  /** In the order of the invitations; one for each expert. */
  invitations: z.array(InvitationSchema),
};

/** A call for advice to one or several experts. */
export const CallOutStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...base }),
  z.strictObject({ status: z.literal('closed'), ...base, closedAt: InstantSchema }),
  z.strictObject({ status: z.literal('cancelled'), ...base, reason: z.string(), cancelledAt: InstantSchema }),
]);
export type CallOutState = z.infer<typeof CallOutStateSchema>;
export type CallOutStatus = CallOutState['status'];
export type OpenCallOut = Extract<CallOutState, { readonly status: 'open' }>;

/** Every status of a call-out, with what people read. */
export const CALL_OUT_STATUSES = {
  open: { zh: '进行中', en: 'open' },
  closed: { zh: '已办结归档', en: 'closed and archived' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} as const satisfies Record<CallOutStatus, Text>;
export const CallOutStatusSchema = z
  .enum(Object.keys(CALL_OUT_STATUSES) as [CallOutStatus, ...CallOutStatus[]])
  .meta({ id: 'CallOutStatus' });

/** Which invitation is meant: by the expert, or by the person that is signed in. */
export type Invitee = { readonly expertId: string } | { readonly personId: string };

/** @returns the invitation that is meant, if there is one. */
export const invitationOf = ({ invitations }: CallOutState, who: Invitee): Invitation | undefined =>
  invitations.find(({ expert }) =>
    'expertId' in who ? expert.expertId === who.expertId : expert.personId === who.personId,
  );
