import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { contactRead } from '../roster/contact-read.ts';
import { DutyContactSchema } from '../team/team-state.ts';
import { DepotDetailsSchema } from './depot-state.ts';

export const DepotEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('depotRegistered'),
    id: z.uuid(),
    details: DepotDetailsSchema,
    dutyContact: DutyContactSchema,
    at: InstantSchema,
  }),
  z.strictObject({
    type: z.literal('depotChanged'),
    details: DepotDetailsSchema,
    dutyContact: DutyContactSchema.optional(),
    at: InstantSchema,
    /** From when on stock lines are to be told; none where nothing changed that they know. */
    stockToTell: InstantSchema.optional(),
  }),
  z.strictObject({ type: z.literal('depotConfirmed'), at: InstantSchema }),
  z.strictObject({
    type: z.literal('depotRetired'),
    reason: z.string(),
    at: InstantSchema,
    stockToTell: InstantSchema,
  }),
  z.strictObject({ type: z.literal('depotContactRead'), ...contactRead }),
  z.strictObject({ type: z.literal('depotStockTold') }),
]);
export type DepotEvent = z.infer<typeof DepotEventSchema>;
