import { INCIDENT_REFUSALS, overRefusal } from '../incident/incident-refusals.ts';
import { type IncidentState, summaryOf } from '../incident/incident-state.ts';
import { type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { OpenCallOutCommand } from './call-out-commands.ts';
import type { CallOutEvent } from './call-out-events.ts';
import { CALL_OUT_REFUSALS as REFUSALS } from './call-out-refusals.ts';
import { inviteExperts } from './invite-experts.ts';

const refusalOf = (
  { details, request }: OpenCallOutCommand,
  incident: IncidentState,
  now: string,
): Refusal | undefined => {
  const { requestId, meeting, incidentId } = details;
  const over = overRefusal(incident, '/incidentId');
  if (over) return over;
  if (requestId !== undefined && request?.incident.incidentId !== incidentId)
    return { reason: REFUSALS.noSuchRequest, parameters: {}, pointer: '/requestId' };
  return meeting.until <= now
    ? { reason: REFUSALS.meetingPast, parameters: { until: meeting.until }, pointer: '/meeting/until' }
    : undefined;
};

/** The parties of the incident are parties of the call-out, whether or not they are named again. */
export const decideOpen = (command: OpenCallOutCommand, { now }: Circumstances): Decision<CallOutEvent> => {
  const { id, details, candidates, incident } = command;
  if (!incident) return refuse(INCIDENT_REFUSALS.unknown, {}, '/incidentId');
  const refusal = refusalOf(command, incident, now);
  if (refusal) return { accepted: false, refusal };
  const parties = [...new Set([...(incident.details.parties ?? []), ...details.parties])];
  const opened: CallOutEvent = {
    type: 'callOutOpened',
    id,
    details,
    parties,
    incident: summaryOf(incident),
    exercise: incident.exercise,
    at: now,
  };
  return inviteExperts({ candidates, before: [], replyBy: details.replyBy, now }, [opened]);
};
