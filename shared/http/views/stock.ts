import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { asOf, StockConditionSchema, stockConditionOf } from '../../domain/stock/stock-condition.ts';
import { StockCardSchema } from '../../domain/stock/stock-listings.ts';
import {
  balanceOf,
  ReservationSchema,
  StockBalanceSchema,
  StockCommitmentSchema,
  StockDepotSchema,
  StockDetailsSchema,
  type StockState,
  StockStatusSchema,
} from '../../domain/stock/stock-state.ts';
import { SupplyCodePrefixSchema } from '../../domain/vocabulary/supplies.ts';
import { supplyClassification } from '../../reference/supply-codes.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

const standing = {
  /** As of now. */
  condition: StockConditionSchema,
  balance: StockBalanceSchema,
  ...upkeepShown,
};

/** A stock line as a list shows it, with what there is of it now. */
export const StockListEntrySchema = StockCardSchema.extend(standing).meta({ id: 'StockListEntry' });
export type StockListEntry = z.infer<typeof StockListEntrySchema>;

/** A code of GB/T 38565-2020, or the beginning of codes, and what it is called. */
export const SupplyCodeNameSchema = z
  .strictObject({ code: SupplyCodePrefixSchema, name: TextSchema })
  .meta({ id: 'SupplyCodeName' });

/** A stock line with all that is promised of it. */
export const StockViewSchema = StockDetailsSchema.extend({
  stockId: z.uuid(),
  status: StockStatusSchema,
  ...standing,
  depot: StockDepotSchema,
  /** The class, the groups and the code by their names, from the class down. */
  classification: z.array(SupplyCodeNameSchema),
  reservations: z.array(ReservationSchema),
  commitments: z.array(StockCommitmentSchema),
  retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
}).meta({ id: 'Stock' });
export type StockView = z.infer<typeof StockViewSchema>;

/** A stock line of which something was reserved, and the reservation. */
export const ReservedStockSchema = StockViewSchema.extend({ reservationId: z.uuid() }).meta({ id: 'ReservedStock' });

/** A stock line of which something was committed, and the commitment. */
export const CommittedStockSchema = StockViewSchema.extend({ commitmentId: z.uuid() }).meta({ id: 'CommittedStock' });

/** @returns what there is of a stock line now, whether it can be promised, and how long ago somebody counted it. */
export const stockStanding = (
  stock: StockState,
  at: Freshness,
): Pick<StockListEntry, 'condition' | 'balance' | 'confirmedAt' | 'stale'> => ({
  condition: stockConditionOf(stock, at.now),
  balance: balanceOf(asOf(stock, at.now)),
  ...upkeepView(stock, at, stock.status === 'active'),
});

/** @returns the stock line as it is shown: as of now, without reservations whose time is up. */
export const stockView = (stock: StockState, at: Freshness): StockView => ({
  stockId: stock.id,
  status: stock.status,
  ...stockStanding(stock, at),
  ...stock.details,
  depot: stock.depot,
  classification: [...supplyClassification(stock.details.code)],
  reservations: asOf(stock, at.now).reservations,
  commitments: stock.commitments,
  ...(stock.status === 'retired' ? { retirement: { reason: stock.reason, at: stock.retiredAt } } : {}),
});
