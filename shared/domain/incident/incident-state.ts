import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { HazardSchema, ResponseLevelSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import type { IncidentSummary } from './incident-summary.ts';

/** What is known of an incident, and may turn out otherwise. */
export const IncidentDetailsSchema = z
  .strictObject({
    hazard: HazardSchema,
    title: wordsSchema(200),
    description: wordsSchema(4000),
    occurredAt: InstantSchema,
    position: PositionSchema,
    /** Enterprises and others whose affair it is: experts with an interest in them must not advise. */
    parties: z.array(wordsSchema(200)).max(50).optional(),
  })
  .meta({ id: 'IncidentDetails' });
export type IncidentDetails = z.infer<typeof IncidentDetailsSchema>;

const base = {
  id: z.uuid(),
  details: IncidentDetailsSchema,
  responseLevel: ResponseLevelSchema,
  /** A drill; says so on everything that follows from it, and cannot become real. */
  exercise: z.boolean(),
  openedAt: InstantSchema,
};

export const IncidentStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...base }),
  z.strictObject({ status: z.literal('closed'), ...base, reason: z.string(), closedAt: InstantSchema }),
]);
export type IncidentState = z.infer<typeof IncidentStateSchema>;

export const IncidentStatusSchema = z
  .enum(IncidentStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'IncidentStatus' });
export type IncidentStatus = z.infer<typeof IncidentStatusSchema>;

/** @returns what partner cities are told of an incident. */
export const summaryOf = ({ id, responseLevel, details }: IncidentState): IncidentSummary => {
  const { hazard, title, occurredAt, position } = details;
  return { incidentId: id, hazard, responseLevel, title, occurredAt, position };
};
