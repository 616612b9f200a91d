import type { ActiveAsset, AssetDetails } from '../../shared/domain/asset/asset-state.ts';
import type { EquipmentDetails } from '../../shared/domain/equipment/equipment-details.ts';
import type { VehicleDetails } from '../../shared/domain/vehicle/vehicle-details.ts';
import { NOW } from './circumstances.ts';
import { TEAM_ID } from './team.ts';

export const EQUIPMENT_ID = '0190b000-0000-7000-8000-000000000e01';
export const VEHICLE_ID = '0190b000-0000-7000-8000-000000000e02';

const base = { latitude: 36.05, longitude: 103.84, crs: 'CGCS2000' as const, place: '兰州市装备库（虚构）' };

export const equipmentDetails = (overrides: Partial<EquipmentDetails> = {}): EquipmentDetails => ({
  number: '演-ZB-0001',
  name: '大功率排水泵',
  category: 'pumping',
  model: 'YS-3000',
  capabilities: ['排水 3000 m³/h'],
  base,
  keeper: { name: '兰州水上救援一队', teamId: TEAM_ID },
  quantity: 2,
  unit: '台',
  ...overrides,
});

export const vehicleDetails = (overrides: Partial<VehicleDetails> = {}): VehicleDetails => ({
  number: '甘A·演0007',
  name: '越野运兵车',
  category: 'personnel',
  capabilities: ['涉水 0.8 m'],
  base,
  keeper: { name: '兰州水上救援一队', teamId: TEAM_ID },
  inspection: { authority: '虚构检测站', number: 'JC-0007', expiresAt: '2027-03-31T16:00:00.000Z' },
  seats: 15,
  payloadKilograms: 1500,
  fuel: 'diesel',
  ...overrides,
});

const anAsset = (
  kind: ActiveAsset['kind'],
  id: string,
  details: AssetDetails,
  overrides: Partial<ActiveAsset>,
): ActiveAsset => ({
  status: 'active',
  kind,
  id,
  details,
  periods: [],
  inspectionNotice: 'none',
  confirmedAt: NOW,
  ...overrides,
});

/** Pumps in service, kept for no package. */
export const somePumps = (overrides: Partial<ActiveAsset> = {}): ActiveAsset =>
  anAsset('equipment', EQUIPMENT_ID, equipmentDetails(), overrides);

/** A vehicle in service, kept for no package. */
export const aVehicle = (overrides: Partial<ActiveAsset> = {}): ActiveAsset =>
  anAsset('vehicle', VEHICLE_ID, vehicleDetails(), overrides);
