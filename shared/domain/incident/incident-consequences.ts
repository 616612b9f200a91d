import type { Consequence } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { LinkPartnerIncident } from '../partner-incident/partner-incident-commands.ts';
import type { ReceiveRelation } from './incident-commands.ts';
import type { IncidentEvent } from './incident-events.ts';
import { inverseOf, type Relation } from './incident-relation.ts';
import type { IncidentState } from './incident-state.ts';

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

/** @returns what an event brings about elsewhere: relations are known at both ends. */
export const incidentConsequences = (event: IncidentEvent, incident: IncidentState): readonly Consequence[] =>
  event.type === 'incidentRelated'
    ? [...event.relations, ...event.ended].map((other) => told(incident, event.city, other))
    : [];
