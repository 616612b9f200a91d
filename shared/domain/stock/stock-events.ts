import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { QuantitySchema, SomeQuantitySchema } from '../vocabulary/supplies.ts';
import { ReservationSchema, StockCommitmentSchema, StockDepotSchema, StockDetailsSchema } from './stock-state.ts';

const moved = { quantity: SomeQuantitySchema, reason: z.string() };
const reservationId = z.uuid();

export const StockEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('stockRegistered'),
    id: z.uuid(),
    details: StockDetailsSchema,
    depot: StockDepotSchema,
    quantity: QuantitySchema,
    at: InstantSchema,
  }),
  z.strictObject({
    type: z.literal('stockChanged'),
    details: StockDetailsSchema,
    depot: StockDepotSchema,
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('stockDepotChanged'), depot: StockDepotSchema }),
  z.strictObject({ type: z.literal('stockReceived'), ...moved }),
  z.strictObject({ type: z.literal('stockIssued'), ...moved }),
  z.strictObject({ type: z.literal('stockWrittenOff'), ...moved }),
  /** `expected` is what there was by the books; the reason is left out where a list said what was counted. */
  z.strictObject({
    type: z.literal('stockCounted'),
    counted: QuantitySchema,
    expected: QuantitySchema,
    reason: z.string().optional(),
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('stockReserved'), reservation: ReservationSchema }),
  z.strictObject({ type: z.literal('stockReservationReleased'), reservationId, reason: z.string() }),
  z.strictObject({ type: z.literal('stockReservationsLapsed'), reservations: z.array(ReservationSchema).min(1) }),
  z.strictObject({
    type: z.literal('stockCommitted'),
    commitment: StockCommitmentSchema,
    /** Whose goods they were until now, where they were reserved. */
    reservationId: reservationId.optional(),
  }),
  z.strictObject({
    type: z.literal('stockReturned'),
    commitmentId: z.uuid(),
    returned: QuantitySchema,
    usedUp: QuantitySchema,
    reason: z.string(),
  }),
  /** What a drill had under a purpose, whose data is removed. */
  z.strictObject({ type: z.literal('stockDrillEnded'), purposeId: z.uuid() }),
  z.strictObject({ type: z.literal('stockRetired'), reason: z.string(), at: InstantSchema }),
  z.strictObject({ type: z.literal('stockExpiring'), expiresAt: InstantSchema }),
  z.strictObject({ type: z.literal('stockExpired'), expiresAt: InstantSchema }),
]);
export type StockEvent = z.infer<typeof StockEventSchema>;
