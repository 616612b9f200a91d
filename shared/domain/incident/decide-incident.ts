import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ChangeResponseLevel, IncidentCommand, OpenIncident } from './incident-commands.ts';
import type { IncidentEvent } from './incident-events.ts';
import { INCIDENT_REFUSALS as REFUSALS } from './incident-refusals.ts';
import type { IncidentDetails, IncidentState } from './incident-state.ts';

type IncidentDecision = Decision<IncidentEvent>;

/** @returns the decision, unless the incident is said to have happened after now. */
const unlessFuture = ({ occurredAt }: IncidentDetails, now: Instant, decision: IncidentDecision): IncidentDecision =>
  occurredAt > now ? refuse(REFUSALS.notYet, { occurredAt }, '/occurredAt') : decision;

const open = ({ id, details, responseLevel, exercise }: OpenIncident, now: Instant): IncidentDecision =>
  unlessFuture(details, now, accept({ type: 'incidentOpened', id, details, responseLevel, exercise, at: now }));

const changeLevel = (incident: IncidentState, { responseLevel, reason }: ChangeResponseLevel): IncidentDecision =>
  incident.responseLevel === responseLevel
    ? refuse(REFUSALS.sameLevel, { level: responseLevel }, '/responseLevel')
    : accept({ type: 'responseLevelChanged', responseLevel, reason });

/** @returns what a command on an incident comes to. */
export const decideIncident = (
  incident: IncidentState | undefined,
  command: IncidentCommand,
  { now }: Circumstances,
): IncidentDecision => {
  if (command.type === 'open') return incident ? refuse(REFUSALS.exists) : open(command, now);
  if (!incident) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return accept();
  if (command.type === 'receive-opinion') return accept({ ...command, type: 'opinionReceived' });
  if (incident.status === 'closed')
    return refuse(REFUSALS.closed, { title: incident.details.title, closedAt: incident.closedAt });
  switch (command.type) {
    case 'change':
      return unlessFuture(command.details, now, accept({ type: 'incidentChanged', details: command.details }));
    case 'change-level':
      return changeLevel(incident, command);
    case 'close':
      return accept({ type: 'incidentClosed', reason: command.reason, at: now });
  }
};
