import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { SupplyItem } from '../request/request-item.ts';
import { unpromisable } from '../stock/stock-promises.ts';
import type { StockState } from '../stock/stock-state.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';

/**
 * @returns why so much of the stock line cannot be named for the item, if it cannot: another code or unit, expired, retired, or less
 * than that free. Naming keeps it back, in the same transaction, which checks again.
 */
export const lotMisfit = (
  line: StockState,
  item: SupplyItem,
  quantity: number,
  { now, isExercise }: { readonly now: Instant; readonly isExercise: boolean },
): Refusal | undefined => {
  const { name, code, unit } = line.details;
  const { supply } = item;
  if (code !== supply.code || unit !== supply.unit)
    return {
      reason: REFUSALS.otherSupplies,
      parameters: { name, code, unit, asked: supply.code, askedUnit: supply.unit },
    };
  return unpromisable(line, quantity, now, isExercise);
};
