import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { ResponseLevelSchema } from '../vocabulary/hazards.ts';
import { IncidentDetailsSchema } from './incident-state.ts';

export const IncidentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('incidentOpened'),
    id: z.uuid(),
    details: IncidentDetailsSchema,
    responseLevel: ResponseLevelSchema,
    exercise: z.boolean(),
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('incidentChanged'), details: IncidentDetailsSchema }),
  z.strictObject({ type: z.literal('responseLevelChanged'), responseLevel: ResponseLevelSchema, reason: z.string() }),
  z.strictObject({ type: z.literal('incidentClosed'), reason: z.string(), at: InstantSchema }),
  /** What it says is with the call-out. */
  z.strictObject({
    type: z.literal('opinionReceived'),
    callOutId: z.uuid(),
    expert: z.strictObject({ expertId: z.uuid(), name: z.string() }),
    digest: z.string(),
    at: InstantSchema,
  }),
]);
export type IncidentEvent = z.infer<typeof IncidentEventSchema>;
