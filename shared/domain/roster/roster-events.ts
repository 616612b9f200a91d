import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { HandoverSchema, OfficeDetailsSchema, OfficeKindSchema, RosterShiftSchema } from './roster-state.ts';

const at = InstantSchema;

export const RosterEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rosterEstablished'),
    id: z.uuid(),
    kind: OfficeKindSchema,
    office: OfficeDetailsSchema,
    at,
  }),
  z.strictObject({ type: z.literal('dutyOfficeChanged'), office: OfficeDetailsSchema }),
  z.strictObject({ type: z.literal('shiftsPlanned'), shifts: z.array(RosterShiftSchema).min(1), at }),
  z.strictObject({ type: z.literal('shiftRemoved'), from: InstantSchema, reason: z.string(), at }),
  z.strictObject({ type: z.literal('dutyHandedOver'), shift: InstantSchema, handover: HandoverSchema }),
  /** The ledger adds who it was. */
  z.strictObject({ type: z.literal('dutyLinesRead'), for: InstantSchema, reason: z.string() }),
  z.strictObject({ type: z.literal('rosterDiscontinued'), reason: z.string(), at }),
  /** From then on nobody is on duty, if nothing is done. */
  z.strictObject({ type: z.literal('dutyGapComing'), from: InstantSchema, at }),
  z.strictObject({ type: z.literal('dutyGapBegun'), from: InstantSchema, at }),
  /** The shift that began then has not said that it took over. */
  z.strictObject({ type: z.literal('handoverLate'), shift: InstantSchema, at }),
  /** The clock looked and found nothing to say. */
  z.strictObject({ type: z.literal('rosterWatched'), at }),
]);
export type RosterEvent = z.infer<typeof RosterEventSchema>;
export type RosterEventOf<T extends RosterEvent['type']> = Extract<RosterEvent, { type: T }>;
