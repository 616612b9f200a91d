import { EQUIPMENT_CATEGORIES } from '../../../../shared/domain/equipment/equipment-details.ts';
import { equipmentRoutes } from '../../../../shared/http/routes/equipment.ts';
import { assetKind } from '../asset-kind.tsx';
import { line, number } from '../controls/simple-controls.tsx';
import { needed } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { screensOf } from '../screens-of.ts';

/** Equipment: told apart by the number on it. */
export const EQUIPMENT = assetKind(REGISTRY_AREAS.equipment, {
  kind: 'equipment',
  categories: EQUIPMENT_CATEGORIES,
  routes: equipmentRoutes,
  number: needed('number', '编号', 'Number', line),
  fields: [needed('quantity', '数量', 'Quantity', number(undefined, { min: 0 })), needed('unit', '单位', 'Unit', line)],
  columns: [
    { title: { zh: '数量', en: 'Quantity' }, width: '6rem', cell: ({ quantity, unit }) => `${quantity} ${unit}` },
  ],
  idOf: ({ equipmentId }) => equipmentId,
});

export const EQUIPMENT_SCREENS = screensOf(EQUIPMENT);
