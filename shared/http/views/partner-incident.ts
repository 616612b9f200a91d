import type * as z from 'zod';
import { PartnerIncidentCardSchema } from '../../domain/partner-incident/partner-incident.ts';
import {
  type PartnerIncidentState,
  PartnerIncidentStateSchema,
} from '../../domain/partner-incident/partner-incident-state.ts';
import { SharedIncidentSchema } from '../../domain/partner-incident/shared-incident.ts';

export { PartnerIncidentCardSchema };

/** A partner's incident as the partner has told of it last. */
export const PartnerIncidentViewSchema = SharedIncidentSchema.extend(
  PartnerIncidentStateSchema.omit({ id: true, incident: true }).shape,
).meta({ id: 'PartnerIncident' });

/** @returns a partner's incident as it is shown. */
export const partnerIncidentView = ({
  id: _,
  incident,
  ...held
}: PartnerIncidentState): z.infer<typeof PartnerIncidentViewSchema> => ({ ...incident, ...held });
