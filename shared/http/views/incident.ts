import * as z from 'zod';
import {
  IncidentDetailsSchema,
  type IncidentState,
  IncidentStatusSchema,
} from '../../domain/incident/incident-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { EventClassSchema, HAZARDS, ResponseLevelSchema } from '../../domain/vocabulary/hazards.ts';

/** An incident with the event class (GB/T 35561-2017) that its hazard belongs to. */
export const IncidentViewSchema = IncidentDetailsSchema.extend({
  incidentId: z.uuid(),
  status: IncidentStatusSchema,
  eventClass: EventClassSchema,
  responseLevel: ResponseLevelSchema,
  exercise: z.boolean(),
  openedAt: InstantSchema,
  closure: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
}).meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof IncidentViewSchema>;

/** @returns the incident as it is shown. */
export const incidentView = (incident: IncidentState): IncidentView => ({
  incidentId: incident.id,
  status: incident.status,
  ...incident.details,
  eventClass: HAZARDS[incident.details.hazard].eventClass,
  responseLevel: incident.responseLevel,
  exercise: incident.exercise,
  openedAt: incident.openedAt,
  ...(incident.status === 'closed' ? { closure: { reason: incident.reason, at: incident.closedAt } } : {}),
});
