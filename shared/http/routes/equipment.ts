import { EquipmentDetailsSchema } from '../../domain/equipment/equipment-details.ts';
import { assetRoutes } from './asset-routes.ts';

/** The registry of equipment. */
export const equipmentRoutes = assetRoutes({
  area: 'equipment',
  one: 'Equipment',
  many: 'Equipment',
  kind: 'equipment',
  details: EquipmentDetailsSchema,
  category: EquipmentDetailsSchema.shape.category,
});
