import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { type IncidentState, type IncidentStatus, IncidentStatusSchema, summaryOf } from './incident-state.ts';
import { IncidentSummarySchema } from './incident-summary.ts';

/** What lists show of an incident. */
export const IncidentCardSchema = IncidentSummarySchema.extend({
  status: IncidentStatusSchema,
  exercise: z.boolean(),
}).meta({ id: 'IncidentCard' });
type IncidentCard = z.infer<typeof IncidentCardSchema>;

/** @returns the name of the list of incidents of a status, or of all, in the order in which they happened. */
export const incidentList = (status?: IncidentStatus): string => listName('incident', { status });

/** @returns the bounds of a list's sort key for incidents that happened in a period, both ends included. */
export const occurrenceRange = (from?: Instant, until?: Instant): readonly [from: string, to: string] => [
  from ?? '0',
  until === undefined ? '~' : `${until}$`,
];

export const incidentListings = (incident: IncidentState): readonly Listing[] => {
  const { id, status, details, exercise } = incident;
  const card: IncidentCard = { ...summaryOf(incident), status, exercise };
  const sort = `${details.occurredAt}#${id}`;
  return [incidentList(), incidentList(status)].map((list) => ({ list, sort, card }));
};
