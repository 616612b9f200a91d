import * as z from 'zod';
import { OtherIncidentSchema, RelationSchema } from '../incident/incident-relation.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { SharedIncidentSchema } from './shared-incident.ts';

const told = {
  incident: SharedIncidentSchema,
  /** Incidents of this city to which the partner's is nothing any more. */
  ended: z.array(OtherIncidentSchema.shape.incidentId),
  at: InstantSchema,
};

export const PartnerIncidentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('partnerIncidentShared'),
    id: z.uuid(),
    city: CityCodeSchema,
    agreementId: z.uuid(),
    exercise: z.boolean(),
    ...told,
  }),
  z.strictObject({ type: z.literal('partnerIncidentUpdated'), ...told }),
  /** This city says what one of its incidents is to it; nothing any more, without a relation. */
  z.strictObject({
    type: z.literal('partnerIncidentLinked'),
    incidentId: z.uuid(),
    title: z.string(),
    relation: RelationSchema.optional(),
  }),
]);
export type PartnerIncidentEvent = z.infer<typeof PartnerIncidentEventSchema>;
