import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { PlanDetailsSchema } from './plan-details.ts';

const at = InstantSchema;

export const PlanEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('planFiled'), id: z.uuid(), details: PlanDetailsSchema, at }),
  z.strictObject({ type: z.literal('planRevised'), details: PlanDetailsSchema, reason: z.string(), at }),
  z.strictObject({ type: z.literal('planConfirmed'), at }),
  z.strictObject({ type: z.literal('planRetired'), reason: z.string(), at }),
]);
export type PlanEvent = z.infer<typeof PlanEventSchema>;
