import type { Consequence } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LinkPartnerIncident } from '../partner-incident/partner-incident-commands.ts';
import { reportIdOf } from '../situation-report/report-id.ts';
import type { FollowIncident } from '../situation-report/situation-report-commands.ts';
import type { ReceiveRelation } from './incident-commands.ts';
import type { IncidentEvent } from './incident-events.ts';
import { inverseOf, type Relation } from './incident-relation.ts';
import { type IncidentState, summaryOf } from './incident-state.ts';

/** Tells the other incident, or what this city holds of a partner's, what this one is to it; nothing any more without a relation. */
const told = (
  { id, details: { title } }: IncidentState,
  ourCity: CityCode,
  other: { readonly city: CityCode; readonly incidentId: string; readonly relation?: Relation },
): Consequence => {
  const relation = other.relation === undefined ? {} : { relation: inverseOf(other.relation) };
  if (other.city !== ourCity) {
    const command: LinkPartnerIncident = { type: 'link', incidentId: id, title, ...relation };
    return { kind: 'partner-incident', id: other.incidentId, command };
  }
  const command: ReceiveRelation = { type: 'receive-relation', city: ourCity, incidentId: id, title, ...relation };
  return { kind: 'incident', id: other.incidentId, command };
};

/** Since when it is over, as an event says. */
const endedAt = (event: IncidentEvent): Instant | undefined =>
  event.type === 'incidentDismissed' || event.type === 'responseEnded' || event.type === 'incidentClosed'
    ? event.at
    : undefined;

const REPORTED_ON: ReadonlySet<IncidentEvent['type']> = new Set([
  'incidentReported',
  'incidentVerified',
  'incidentDismissed',
  'incidentChanged',
  'responseLevelSet',
  'responseEnded',
  'incidentClosed',
]);

/** The city's reports on the incident begin with it, and follow it. */
const reports = (event: IncidentEvent, incident: IncidentState): Consequence => {
  const { exercise, reportedAt: openedAt } = incident;
  const id = reportIdOf(incident.id, 'its-city');
  const ended = endedAt(event);
  const command: FollowIncident = {
    type: 'follow-incident',
    ...{ id, incident: summaryOf(incident), exercise, openedAt },
    ...(ended === undefined ? {} : { endedAt: ended }),
    ...(event.type === 'incidentDismissed' ? { dismissed: true } : {}),
  };
  return { kind: 'situation-report', id, command };
};

/** @returns what an event brings about elsewhere: relations are known at both ends, and reports follow the incident. */
export const incidentConsequences = (event: IncidentEvent, incident: IncidentState): readonly Consequence[] => {
  if (event.type === 'incidentRelated')
    return [...event.relations, ...event.ended].map((other) => told(incident, event.city, other));
  return REPORTED_ON.has(event.type) ? [reports(event, incident)] : [];
};
