import * as z from 'zod';
import { RelationSchema } from '../incident/incident-relation.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { SharedIncidentSchema } from './shared-incident.ts';

/** An incident of this city, and what it is to the partner's, as this city sees it. */
export const LinkedIncidentSchema = z
  .strictObject({ incidentId: z.uuid(), title: z.string(), relation: RelationSchema })
  .meta({ id: 'LinkedIncident' });

/** A partner city's incident as that city has told of it last, under the id it has there. */
export const PartnerIncidentStateSchema = z.strictObject({
  id: z.uuid(),
  city: CityCodeSchema,
  agreementId: z.uuid(),
  exercise: z.boolean(),
  incident: SharedIncidentSchema,
  receivedAt: InstantSchema,
  toldAt: InstantSchema,
  /** What this city's incidents are to it, as this city says. */
  linked: z.array(LinkedIncidentSchema),
});
export type PartnerIncidentState = z.infer<typeof PartnerIncidentStateSchema>;
