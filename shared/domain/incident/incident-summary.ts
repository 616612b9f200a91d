import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { HazardSchema, ResponseLevelSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** What partner cities are told of an incident. */
export const IncidentSummarySchema = z
  .strictObject({
    incidentId: z.uuid(),
    hazard: HazardSchema,
    /** Absent until one is set. */
    responseLevel: ResponseLevelSchema.optional(),
    title: wordsSchema(200),
    occurredAt: InstantSchema,
    position: PositionSchema,
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof IncidentSummarySchema>;
