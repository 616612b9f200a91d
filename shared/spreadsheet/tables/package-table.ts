import * as z from 'zod';
import type { AssetDetails, AssetState } from '../../domain/asset/asset-state.ts';
import type { AggregateKind } from '../../domain/kernel/aggregate.ts';
import type { PackageCommand } from '../../domain/package/package-commands.ts';
import { type PackageDetails, PackageDetailsSchema } from '../../domain/package/package-details.ts';
import { packageList } from '../../domain/package/package-listings.ts';
import { type PackageState, partsOf } from '../../domain/package/package-state.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import type { TeamState } from '../../domain/team/team-state.ts';
import { COST_CATEGORIES } from '../../domain/vocabulary/costs.ts';
import { equipmentConversation } from '../../exchange/conversations/equipment.ts';
import { packageConversation } from '../../exchange/conversations/package.ts';
import { teamConversation } from '../../exchange/conversations/team.ts';
import { vehicleConversation } from '../../exchange/conversations/vehicle.ts';
import { COST_CATEGORY_NAMES } from '../../reference/cost-categories.ts';
import { type Column, column } from '../column.ts';
import { nameColumns, termColumns } from '../common-columns.ts';
import { equipment } from '../nested-cells.ts';
import { several, words, yuanCell } from '../simple-cells.ts';
import { agreed, type Named, type RegistryTable, type RowContext, type RowInput, type RowReference } from '../table.ts';
import { commoditiesCell, personnelCell } from './package-cells.ts';

const { shape } = PackageDetailsSchema;
const names = z.array(z.string());

/** As the details, but that a package's parts are named as people name them; the package itself judges what is in it. */
const PackageRowSchema = z.object({
  ...shape,
  teamIds: names.min(1),
  equipmentIds: names,
  vehicleIds: names,
  fortnightCosts: shape.fortnightCosts.default({}),
});
type PackageRow = z.infer<typeof PackageRowSchema>;

/** The members of a row that name entries of a kind. */
const PARTS = [
  { kind: 'team', member: 'teamIds' },
  { kind: 'equipment', member: 'equipmentIds' },
  { kind: 'vehicle', member: 'vehicleIds' },
] as const satisfies readonly { readonly kind: AggregateKind; readonly member: keyof PackageRow }[];

const references = (row: PackageRow): readonly RowReference[] =>
  PARTS.flatMap(({ kind, member }) => row[member].map((name) => ({ kind, key: [name], path: [member] })));

/** @returns the details, in which ids stand for names. */
const detailsOf = (row: PackageRow, named: Named): PackageDetails => {
  const ids = named.map((entry) => entry?.id ?? '');
  const { teamIds, equipmentIds, vehicleIds } = row;
  const teams = teamIds.length;
  return {
    ...row,
    teamIds: ids.slice(0, teams),
    equipmentIds: ids.slice(teams, teams + equipmentIds.length),
    vehicleIds: ids.slice(teams + equipmentIds.length, teams + equipmentIds.length + vehicleIds.length),
  };
};

const nextCommand = ({ row, state, id, named }: RowInput<PackageRow, PackageState>): PackageCommand | undefined => {
  const details = agreed(PackageDetailsSchema, detailsOf(row, named));
  if (state && sameContent(details, state.details)) return undefined;
  const states = named.flatMap((entry) => entry?.state ?? []);
  const parts = {
    teams: states.slice(0, row.teamIds.length) as TeamState[],
    assets: states.slice(row.teamIds.length) as AssetState[],
  };
  return state ? { type: 'change', details, parts } : { type: 'define', id, details, parts };
};

/** @returns the row, in which names stand for ids. */
const rowOf = ({ status, details, brought }: PackageState, { parts }: RowContext): unknown => {
  if (status === 'retired') return undefined;
  const numberOf = (kind: 'equipment' | 'vehicle', id: string): string =>
    (parts.get({ kind, id })?.state as { readonly details: AssetDetails } | undefined)?.details.number ?? id;
  const teamName = (id: string): string =>
    (parts.get({ kind: 'team', id })?.state as TeamState | undefined)?.details.name ??
    brought.teams.find(({ teamId }) => teamId === id)?.name ??
    id;
  return {
    ...details,
    teamIds: details.teamIds.map(teamName),
    equipmentIds: details.equipmentIds.map((id) => numberOf('equipment', id)),
    vehicleIds: details.vehicleIds.map((id) => numberOf('vehicle', id)),
  };
};

const costColumns: readonly Column[] = COST_CATEGORIES.map((category) =>
  column({
    zh: `14天${COST_CATEGORY_NAMES[category].zh}费用（元）`,
    en: `14 days: ${COST_CATEGORY_NAMES[category].en} (yuan)`,
    path: `fortnightCosts.${category}`,
    cell: yuanCell,
    required: false,
    example: '',
  }),
);

const optionalWords = (zh: string, en: string, path: string): Column =>
  column({ zh, en, path, cell: words, required: false, example: '' });

/** Mission-ready packages, known by their names. */
export const packageTable: RegistryTable<PackageRow, PackageState> = {
  kind: 'package',
  name: { zh: '任务包', en: 'Packages' },
  columns: [
    ...nameColumns('任务包名称', 'Package', '城市排涝任务包'),
    column({ zh: '任务', en: 'Mission', path: 'mission', cell: words, example: '城区内涝排水' }),
    column({ zh: '能力', en: 'Capability', path: 'capability', cell: words, example: '每小时排水 6000 立方米' }),
    optionalWords('局限', 'Limitations', 'limitations'),
    optionalWords('所需保障', 'Logistics needed', 'logisticsNeeded'),
    optionalWords('场地需求', 'Footprint', 'footprint'),
    column({
      zh: '人员',
      en: 'Personnel',
      path: 'personnel',
      cell: personnelCell,
      required: false,
      whenEmpty: [],
      example: '泵操作员（特种作业证）×6',
    }),
    column({
      zh: '编入队伍',
      en: 'Teams',
      path: 'teamIds',
      cell: several(words),
      example: '西宁水上救援一队',
      note: { zh: '已登记队伍的名称，首个为牵头队伍', en: 'names of registered teams, the leading one first' },
    }),
    column({
      zh: '编入装备',
      en: 'Equipment by number',
      path: 'equipmentIds',
      cell: several(words),
      required: false,
      whenEmpty: [],
      example: 'XN-ZB-0001',
      note: { zh: '已登记装备的编号', en: 'numbers of registered equipment' },
    }),
    column({
      zh: '编入车辆',
      en: 'Vehicles by plate',
      path: 'vehicleIds',
      cell: several(words),
      required: false,
      whenEmpty: [],
      example: '青A·演0001',
      note: { zh: '已登记车辆的车牌号', en: 'plates of registered vehicles' },
    }),
    column({
      zh: '其他装备',
      en: 'Other equipment',
      path: 'equipment',
      cell: equipment,
      required: false,
      whenEmpty: [],
      example: '橡皮艇×4艘',
    }),
    column({
      zh: '消耗物资',
      en: 'Commodities',
      path: 'commodities',
      cell: commoditiesCell,
      required: false,
      whenEmpty: [],
      example: '柴油×500升',
    }),
    optionalWords('交通', 'Travel', 'travel'),
    optionalWords('住宿', 'Lodging', 'lodging'),
    optionalWords('用餐', 'Meals', 'meals'),
    optionalWords('其他说明', 'Other', 'other'),
    ...costColumns,
    ...termColumns(
      { zh: '有效期自', en: 'Valid from', path: 'validFrom', example: '2026-01-01' },
      { zh: '有效期至', en: 'Valid until', path: 'validUntil', example: '2028-12-31' },
    ),
  ],
  schema: PackageRowSchema,
  conversation: packageConversation,
  others: [teamConversation, equipmentConversation, vehicleConversation],
  filters: ['kind', 'hazard'],
  listOf: ({ kind, hazard }) => packageList(hazard === undefined ? { kind } : { hazard }),
  references,
  keyOf: ({ name }) => [name],
  nextCommand,
  partsOf: ({ details }) => partsOf(details),
  rowOf,
};
