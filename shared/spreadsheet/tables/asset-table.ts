import * as z from 'zod';
import type { AssetCommand } from '../../domain/asset/asset-commands.ts';
import type { AssetKind } from '../../domain/asset/asset-kind.ts';
import { assetList } from '../../domain/asset/asset-listings.ts';
import type { AssetDetails, AssetState } from '../../domain/asset/asset-state.ts';
import { EQUIPMENT_CATEGORIES, EquipmentDetailsSchema } from '../../domain/equipment/equipment-details.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import { FUELS, VEHICLE_CATEGORIES, VehicleDetailsSchema } from '../../domain/vehicle/vehicle-details.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import type { AnyConversation } from '../../exchange/conversation.ts';
import { equipmentConversation } from '../../exchange/conversations/equipment.ts';
import { teamConversation } from '../../exchange/conversations/team.ts';
import { vehicleConversation } from '../../exchange/conversations/vehicle.ts';
import { type Column, column } from '../column.ts';
import { periodsColumn, positionColumns } from '../common-columns.ts';
import { untilMoment } from '../moment-cells.ts';
import { samePeriods } from '../same-periods.ts';
import { number, oneOf, several, words } from '../simple-cells.ts';
import type { Named, RegistryTable, RowInput } from '../table.ts';

const periods = { periods: z.array(AvailabilityPeriodSchema).max(100).optional() };
const EquipmentRowSchema = EquipmentDetailsSchema.extend(periods);
const VehicleRowSchema = VehicleDetailsSchema.extend(periods);
type AssetRow = z.infer<typeof EquipmentRowSchema> | z.infer<typeof VehicleRowSchema>;

/** The team of that name is meant, where there is one; an entry whose keeper is not renamed stays with the team it is with. */
const keeperOf = (row: AssetRow, state: AssetState | undefined, [team]: Named): AssetDetails['keeper'] => {
  const { name } = row.keeper;
  if (state?.details.keeper.name === name) return state.details.keeper;
  return team ? { name, teamId: team.id } : { name };
};

const nextCommand = ({ row, state, id, named }: RowInput<AssetRow, AssetState>): AssetCommand | undefined => {
  const { periods: written, ...rest } = row;
  const details = { ...rest, keeper: keeperOf(row, state, named) } as AssetDetails;
  if (!state) return { type: 'register', id, details };
  if (!sameContent(details, state.details)) return { type: 'change', details };
  return written === undefined || samePeriods(written, state.periods)
    ? undefined
    : { type: 'set-availability', periods: written };
};

/** Columns that equipment and vehicles have alike, after what they are told apart by. */
const commonColumns: readonly Column[] = [
  column({ zh: '英文名称', en: 'English name', path: 'nameEn', cell: words, required: false, example: '' }),
  column({ zh: '型号', en: 'Model', path: 'model', cell: words, required: false, example: 'LC-3000' }),
  column({
    zh: '性能',
    en: 'Capabilities',
    path: 'capabilities',
    cell: several(words),
    required: false,
    whenEmpty: [],
    example: '排水 3000 m³/h',
  }),
  ...positionColumns('base', { zh: '存放', en: 'Kept at' }),
  column({
    zh: '保管单位',
    en: 'Keeper',
    path: 'keeper.name',
    cell: words,
    example: '西宁水上救援一队',
    note: { zh: '填已登记队伍的名称即归该队', en: 'the name of a registered team: it is that team that keeps it' },
  }),
  column({
    zh: '检验机构',
    en: 'Inspected by',
    path: 'inspection.authority',
    cell: words,
    required: false,
    example: '',
  }),
  column({
    zh: '检验编号',
    en: 'Inspection number',
    path: 'inspection.number',
    cell: words,
    required: false,
    example: '',
  }),
  column({
    zh: '检验有效期至',
    en: 'Inspected until',
    path: 'inspection.expiresAt',
    cell: untilMoment,
    required: false,
    example: '',
  }),
  periodsColumn,
];

const tableOf = (
  kind: AssetKind,
  name: Text,
  columns: readonly Column[],
  schema: z.ZodType<AssetRow>,
  conversation: AnyConversation,
): RegistryTable<AssetRow, AssetState> => ({
  kind,
  name,
  columns: [...columns, ...commonColumns],
  schema,
  conversation,
  others: [teamConversation],
  filters: ['category'],
  listOf: ({ category }) => assetList(kind, { category }),
  references: ({ keeper }) => [{ kind: 'team', key: [keeper.name], path: ['keeper', 'name'], optional: true }],
  keyOf: ({ number: known }) => [known],
  nextCommand,
  rowOf: ({ status, details, periods: kept }) =>
    status === 'retired' ? undefined : { ...details, keeper: { name: details.keeper.name }, periods: kept },
});

/** Equipment, known by its number. */
export const equipmentTable = tableOf(
  'equipment',
  { zh: '装备', en: 'Equipment' },
  [
    column({ zh: '装备编号', en: 'Number', path: 'number', cell: words, example: 'XN-ZB-0001' }),
    column({ zh: '装备名称', en: 'Equipment', path: 'name', cell: words, example: '移动泵站' }),
    column({
      zh: '装备类别',
      en: 'Category',
      path: 'category',
      cell: oneOf(EQUIPMENT_CATEGORIES),
      example: '排水供水',
    }),
    column({ zh: '数量', en: 'Quantity', path: 'quantity', cell: number, example: '2' }),
    column({ zh: '单位', en: 'Unit', path: 'unit', cell: words, example: '台' }),
  ],
  EquipmentRowSchema,
  equipmentConversation,
);

/** Vehicles, known by their number plates. */
export const vehicleTable = tableOf(
  'vehicle',
  { zh: '车辆', en: 'Vehicles' },
  [
    column({ zh: '车牌号', en: 'Plate', path: 'number', cell: words, example: '青A·演0001' }),
    column({ zh: '车辆名称', en: 'Vehicle', path: 'name', cell: words, example: '排涝车' }),
    column({ zh: '车辆类别', en: 'Category', path: 'category', cell: oneOf(VEHICLE_CATEGORIES), example: '排水车' }),
    column({ zh: '座位数', en: 'Seats', path: 'seats', cell: number, example: '3' }),
    column({ zh: '载重（千克）', en: 'Payload (kg)', path: 'payloadKilograms', cell: number, example: '5000' }),
    column({ zh: '燃料', en: 'Fuel', path: 'fuel', cell: oneOf(FUELS), example: '柴油' }),
  ],
  VehicleRowSchema,
  vehicleConversation,
);
