import * as z from 'zod';
import { DepotDetailsSchema, type DepotState } from '../depot/depot-state.ts';
import type { AggregateKind } from '../kernel/aggregate.ts';
import { ExpiryNoticeSchema } from '../kernel/expiry-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { upkept } from '../registry/upkeep.ts';
import type { NamedLot } from '../request/answer.ts';
import { QuantitySchema, SomeQuantitySchema, SupplyCodeSchema, sumOfQuantities } from '../vocabulary/supplies.ts';

/** What the registry holds of a stock line, as people enter it: goods of one code and batch in one depot. */
export const StockDetailsSchema = z
  .strictObject({
    depotId: z.uuid(),
    code: SupplyCodeSchema,
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    batch: wordsSchema(60).optional(),
    /** Size, model, packing. */
    specification: wordsSchema(500).optional(),
    /** What is counted or measured, e.g. 顶, 箱, t. */
    unit: wordsSchema(20),
    /** The end of its shelf life; none where it has none. */
    expiresAt: InstantSchema.optional(),
  })
  .meta({ id: 'StockDetails' });
export type StockDetails = z.infer<typeof StockDetailsSchema>;

/** What goods are promised for. */
export const STOCK_PURPOSES = [
  'incident',
  'request',
  'received-request',
  'task',
] as const satisfies readonly AggregateKind[];
export const StockPurposeSchema = z
  .strictObject({ kind: z.enum(STOCK_PURPOSES), id: z.uuid() })
  .meta({ id: 'StockPurpose' });
export type StockPurpose = z.infer<typeof StockPurposeSchema>;

const promised = {
  purpose: StockPurposeSchema,
  quantity: SomeQuantitySchema,
  since: InstantSchema,
  /** For a drill: nothing leaves the depot, and what is real does not look at it. */
  exercise: z.literal(true).optional(),
};

/** Goods kept back for a purpose until a moment. */
export const ReservationSchema = z
  .strictObject({ reservationId: z.uuid(), ...promised, until: InstantSchema })
  .meta({ id: 'StockReservation' });
export type Reservation = z.infer<typeof ReservationSchema>;

/** Goods that go, or have gone, where they are needed, until what is left of them is back. */
export const StockCommitmentSchema = z
  .strictObject({ commitmentId: z.uuid(), ...promised })
  .meta({ id: 'StockCommitment' });
export type StockCommitment = z.infer<typeof StockCommitmentSchema>;

const { name, nameEn, position, readinessMinutes } = DepotDetailsSchema.shape;

/** What a stock line knows of its depot, so that it can be looked up and chosen by itself. */
export const StockDepotSchema = z
  .strictObject({ name, nameEn, position, readinessMinutes, retired: z.boolean() })
  .meta({ id: 'StockDepot' });
export type StockDepot = z.infer<typeof StockDepotSchema>;

/** @returns what the stock lines of a depot know of it. */
export const stockDepotOf = ({ status, details }: DepotState): StockDepot => {
  const { keeper: _, ...shown } = details;
  return { ...shown, retired: status === 'retired' };
};

/**
 * Reservations and commitments that a stock line may have at a time: it stands in the list of what each is for, and all of that is
 * written in one transaction, which holds a hundred rows.
 */
export const MAXIMUM_PROMISES = 60;

/** Of drills, besides those. */
export const MAXIMUM_DRILL_PROMISES = 10;

const base = {
  id: z.uuid(),
  details: StockDetailsSchema,
  ...upkept,
  depot: StockDepotSchema,
  /** Never less than all of what is reserved and committed. */
  onHand: QuantitySchema,
  reservations: z.array(ReservationSchema),
  commitments: z.array(StockCommitmentSchema),
  /** What the duty room has been told of the end of its shelf life. */
  expiryNotice: ExpiryNoticeSchema,
};

/** A stock line of a depot of this city. */
export const StockStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...base }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type StockState = z.infer<typeof StockStateSchema>;

export const StockStatusSchema = z
  .enum(StockStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'StockStatus' });

/** @returns so much of a stock line as partners may know it. */
export const lotOf = ({ id, details: { name, code, unit } }: StockState, quantity: number): NamedLot => ({
  stockId: id,
  ...{ name, code, unit, quantity },
});

/** How much there is of a stock line, in its unit; `free` is what is neither reserved nor committed. */
export const StockBalanceSchema = z
  .strictObject({ onHand: QuantitySchema, reserved: QuantitySchema, committed: QuantitySchema, free: QuantitySchema })
  .meta({ id: 'StockBalance' });
export type StockBalance = z.infer<typeof StockBalanceSchema>;

type Promises = Pick<StockState, 'reservations' | 'commitments'>;

/** @returns what is promised in earnest. */
export const realPromises = ({ reservations, commitments }: Promises): Promises => ({
  reservations: reservations.filter(({ exercise }) => !exercise),
  commitments: commitments.filter(({ exercise }) => !exercise),
});

/** @returns what a stock line has, promised and free, drills left out. */
export const balanceOf = (stock: Promises & Pick<StockState, 'onHand'>): StockBalance =>
  balanceWith(stock, realPromises(stock));

/** @returns what is free for a drill, which has neither what is promised in earnest nor what drills have; negative when goods were taken away. */
export const freeForDrill = (stock: Promises & Pick<StockState, 'onHand'>): number => balanceWith(stock, stock).free;

const balanceWith = ({ onHand }: Pick<StockState, 'onHand'>, { reservations, commitments }: Promises): StockBalance => {
  const reserved = sumOfQuantities(reservations.map(({ quantity }) => quantity));
  const committed = sumOfQuantities(commitments.map(({ quantity }) => quantity));
  return { onHand, reserved, committed, free: sumOfQuantities([onHand, -reserved, -committed]) };
};
