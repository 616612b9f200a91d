import type { CityCode } from '../kernel/city-code.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { balanceOf, realPromises, type StockState } from './stock-state.ts';

/** @returns what anybody may know of a stock line; nothing of one that is retired, or whose depot is. */
export const stockEntry = (stock: StockState, city: CityCode): RegistryEntry | undefined => {
  const { id, details, depot } = stock;
  const { reservations, commitments } = realPromises(stock);
  if (stock.status === 'retired' || depot.retired) return undefined;
  const { code, name, nameEn, batch, specification, unit, expiresAt } = details;
  return {
    kind: 'stock',
    id,
    city,
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    words: [code, specification, batch, depot.name, depot.nameEn].filter((words) => words !== undefined),
    capabilities: [],
    hazards: [],
    languages: [],
    position: depot.position,
    readinessMinutes: depot.readinessMinutes,
    supply: { code, unit, free: balanceOf(stock).free },
    ...(expiresAt === undefined ? {} : { validUntil: expiresAt }),
    blocked: [],
    load: reservations.length + commitments.length,
  };
};
