import { VehicleDetailsSchema } from '../../domain/vehicle/vehicle-details.ts';
import { assetRoutes } from './asset-routes.ts';

/** The registry of vehicles. */
export const vehicleRoutes = assetRoutes({
  area: 'vehicles',
  one: 'Vehicle',
  many: 'Vehicles',
  kind: 'vehicle',
  details: VehicleDetailsSchema,
  category: VehicleDetailsSchema.shape.category,
});
