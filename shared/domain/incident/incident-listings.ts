import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { nearSort } from '../lookup/near-list.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import { type IncidentState, IncidentStatusSchema, isGoingOn, isVerified, summaryOf } from './incident-state.ts';
import { IncidentSummarySchema } from './incident-summary.ts';

/** What lists show of an incident. */
export const IncidentCardSchema = IncidentSummarySchema.extend({
  status: IncidentStatusSchema,
  exercise: z.boolean(),
}).meta({ id: 'IncidentCard' });
type IncidentCard = z.infer<typeof IncidentCardSchema>;

/** What incidents are looked up by: one status, or all that are still going on. */
export const IncidentStandingSchema = z.enum(['open', ...IncidentStatusSchema.options]);
export type IncidentStanding = z.infer<typeof IncidentStandingSchema>;

/** @returns the name of the list of incidents of a standing, or of all, in the order in which they happened. */
export const incidentList = (status?: IncidentStanding): string => listName('incident', { status });

/** @returns the name of the list of incidents of a hazard that are going on, drills apart, by place; see `nearRanges`. */
export const incidentNearList = (hazard: Hazard, exercise: boolean): string =>
  `incident/near/${exercise ? 'exercise' : 'real'}/${hazard}`;

/** @returns the name of the list of incidents to which a warning belongs, while they go on and are known to be real. */
export const incidentOfWarningList = (warningId: string): string => `incident/warning/${warningId}`;

/** @returns the bounds of a list's sort key for incidents that happened in a period, both ends included. */
export const occurrenceRange = (from?: Instant, until?: Instant): readonly [from: string, to: string] => [
  from ?? '0',
  until === undefined ? '~' : `${until}$`,
];

/** @returns the rows by which an incident is found: among all, by its status, and while it goes on, by place. */
export const incidentListings = (incident: IncidentState): readonly Listing[] => {
  const { id, status, details, exercise } = incident;
  const { hazard, occurredAt, position } = details;
  const card: IncidentCard = { ...summaryOf(incident), status, exercise };
  const sort = `${occurredAt}#${id}`;
  const goingOn = isGoingOn(incident);
  const warnings = isVerified(incident) ? incident.links.warningIds : [];
  const lists = [
    ...[incidentList(), incidentList(status), ...(goingOn ? [incidentList('open')] : [])],
    ...warnings.map(incidentOfWarningList),
  ];
  return [
    ...lists.map((list) => ({ list, sort, card })),
    ...(goingOn ? [{ list: incidentNearList(hazard, exercise), sort: nearSort(position, id), card }] : []),
  ];
};
