import * as z from 'zod';
import { CommanderSchema } from '../incident/incident-command.ts';
import { IncidentDetailsSchema } from '../incident/incident-details.ts';
import { RelationSchema } from '../incident/incident-relation.ts';
import { IncidentStatusSchema } from '../incident/incident-state.ts';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { InstantSchema } from '../kernel/instant.ts';

/** What the sender's incident is to one of the receiver's: of this relation is the receiver's incident, seen from the sender's. */
export const ToldRelationSchema = z
  .strictObject({ relation: RelationSchema, incidentId: z.uuid() })
  .meta({ id: 'ToldRelation' });

/** How many of the receiver's incidents one of the sender's may be related to. */
export const MOST_RELATIONS = 12;

/** What a city tells a partner of one of its incidents, whole each time. */
export const SharedIncidentSchema = z
  .strictObject({
    ...IncidentSummarySchema.shape,
    ...IncidentDetailsSchema.pick({ description: true, area: true }).shape,
    status: IncidentStatusSchema,
    reportedAt: InstantSchema,
    /** In command now. */
    commander: CommanderSchema.optional(),
    relations: z.array(ToldRelationSchema).max(MOST_RELATIONS),
  })
  .meta({ id: 'SharedIncident' });
export type SharedIncident = z.infer<typeof SharedIncidentSchema>;
