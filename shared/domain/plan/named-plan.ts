import * as z from 'zod';

/** A plan as what is done by it names it: as it was then. */
export const NamedPlanSchema = z
  .strictObject({ planId: z.uuid(), title: z.string(), version: z.string() })
  .meta({ id: 'NamedPlan' });
export type NamedPlan = z.infer<typeof NamedPlanSchema>;
