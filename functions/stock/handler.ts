import { createHttpHandler } from '../../shared/lambda/http-handler.ts';
import { boundDepotRoutes } from './depot-binding.ts';
import { boundPromiseRoutes } from './promise-binding.ts';
import { boundStockRoutes } from './stock-binding.ts';
import type { StockCell } from './stock-cell.ts';

/** Depots and the goods in them. */
export const createHandler = (cell: StockCell) =>
  createHttpHandler(cell, [...boundDepotRoutes(cell), ...boundStockRoutes(cell), ...boundPromiseRoutes(cell)]);
