import { assetAggregate } from '../asset/asset.ts';
import { VehicleDetailsSchema } from './vehicle-details.ts';

/** A vehicle of this city's registry. */
export const vehicle = assetAggregate('vehicle', VehicleDetailsSchema);
