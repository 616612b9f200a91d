import type { DepotDetails, DepotState } from '../../shared/domain/depot/depot-state.ts';
import { NOW } from './circumstances.ts';
import { someContact } from './team.ts';

export const DEPOT_ID = '0190b000-0000-7000-8000-000000000a01';
export const OTHER_DEPOT_ID = '0190b000-0000-7000-8000-000000000a02';

export const depotDetails = (overrides: Partial<DepotDetails> = {}): DepotDetails => ({
  name: '城东虚构储备库',
  keeper: '西宁虚构物资储备中心',
  position: { latitude: 36.6, longitude: 101.8, crs: 'CGCS2000', place: '西宁市城东区' },
  readinessMinutes: 45,
  ...overrides,
});

/** A depot in service whose stock knows it. */
export const aDepot = (
  overrides: Partial<Omit<Extract<DepotState, { status: 'active' }>, 'status'>> = {},
): DepotState => ({
  status: 'active',
  id: DEPOT_ID,
  details: depotDetails(),
  dutyContact: someContact(),
  confirmedAt: NOW,
  ...overrides,
});
