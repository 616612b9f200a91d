import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import type { Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { CallOutDetailsSchema, MeetingSchema } from './call-out-details.ts';
import { type CallOutState, type CallOutStatus, CallOutStatusSchema } from './call-out-state.ts';
import { type Invitation, isPending } from './invitation.ts';
import { InvitationStatusSchema } from './invitation-status.ts';

const shown = {
  callOutId: z.uuid(),
  status: CallOutStatusSchema,
  incident: IncidentSummarySchema.pick({ incidentId: true, hazard: true, title: true }),
  question: CallOutDetailsSchema.shape.question,
  exercise: z.boolean(),
  openedAt: InstantSchema,
  opinionBy: InstantSchema,
};

/** What the city's lists show of a call-out. */
export const CallOutCardSchema = z
  .strictObject({
    ...shown,
    meeting: MeetingSchema,
    replyBy: InstantSchema,
    /** Experts invited; those who still owe an answer or an opinion; opinions given. */
    invited: z.int(),
    pending: z.int(),
    opinions: z.int(),
  })
  .meta({ id: 'CallOutCard' });
type CallOutCard = z.infer<typeof CallOutCardSchema>;

/** What an expert's own list shows: nothing of the others. */
export const OwnCallOutCardSchema = z
  .strictObject({ ...shown, invitation: InvitationStatusSchema, replyBy: InstantSchema })
  .meta({ id: 'OwnCallOutCard' });
type OwnCallOutCard = z.infer<typeof OwnCallOutCardSchema>;

/** What a list of call-outs may be narrowed to: one of these. */
export interface CallOutFilter {
  readonly status?: CallOutStatus | undefined;
  readonly incident?: string | undefined;
  readonly request?: string | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const callOutList = ({ status, incident, request }: CallOutFilter = {}): string => {
  const parts = Object.entries({ status, incident, request }).filter(([, value]) => value !== undefined);
  return ['call-out', ...parts.flat()].join('/');
};

/** @returns the name of the list of call-outs that a person is invited to. */
export const ownCallOutList = (personId: string): string => `call-out/person/${personId}`;

const common = ({ id, status, incident, details, exercise, openedAt }: CallOutState) => ({
  callOutId: id,
  status,
  incident: { incidentId: incident.incidentId, hazard: incident.hazard, title: incident.title },
  question: details.question,
  exercise,
  openedAt,
  opinionBy: details.opinionBy,
});

const cardOf = (callOut: CallOutState): CallOutCard => {
  const { details, invitations } = callOut;
  return {
    ...common(callOut),
    meeting: details.meeting,
    replyBy: details.replyBy,
    invited: invitations.length,
    pending: invitations.filter(isPending).length,
    opinions: invitations.filter(({ status }) => status === 'opinion-given').length,
  };
};

const ownCardOf = (callOut: CallOutState, { status, replyBy }: Invitation): OwnCallOutCard => ({
  ...common(callOut),
  invitation: status,
  replyBy,
});

/** @returns the rows by which a call-out is found, in order of opening. */
export const callOutListings = (callOut: CallOutState): readonly Listing[] => {
  const { id, status, details, openedAt, invitations } = callOut;
  const { incidentId, requestId } = details;
  const sort = `${openedAt}#${id}`;
  const card = cardOf(callOut);
  const filters: readonly CallOutFilter[] = [
    {},
    { status },
    { incident: incidentId },
    ...(requestId === undefined ? [] : [{ request: requestId }]),
  ];
  return [
    ...filters.map((filter) => ({ list: callOutList(filter), sort, card })),
    ...invitations.map((invitation) => ({
      list: ownCallOutList(invitation.expert.personId),
      sort,
      card: ownCardOf(callOut, invitation),
    })),
  ];
};
