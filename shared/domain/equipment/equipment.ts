import { assetAggregate } from '../asset/asset.ts';
import { EquipmentDetailsSchema } from './equipment-details.ts';

/** Equipment of this city's registry: a single piece, or so many of a kind under one number. */
export const equipment = assetAggregate('equipment', EquipmentDetailsSchema);
