import type { ExecutingCell } from '../../shared/data/execute.ts';
import { equipmentConversation } from '../../shared/exchange/conversations/equipment.ts';
import { vehicleConversation } from '../../shared/exchange/conversations/vehicle.ts';
import { equipmentRoutes } from '../../shared/http/routes/equipment.ts';
import { vehicleRoutes } from '../../shared/http/routes/vehicles.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { boundAssetRoutes } from './asset-routes.ts';

export type AssetsCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;

/** The registries of equipment and of vehicles. */
export const createHandler = (cell: AssetsCell) =>
  createHttpHandler(cell, [
    ...boundAssetRoutes(cell, { kind: 'equipment', conversation: equipmentConversation, routes: equipmentRoutes }),
    ...boundAssetRoutes(cell, { kind: 'vehicle', conversation: vehicleConversation, routes: vehicleRoutes }),
  ]);
