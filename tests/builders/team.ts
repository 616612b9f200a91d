import type { DutyContact, TeamDetails, TeamState } from '../../shared/domain/team/team-state.ts';
import { NOW } from './circumstances.ts';

export const TEAM_ID = '0190b000-0000-7000-8000-000000000501';

export const someDetails = (overrides: Partial<TeamDetails> = {}): TeamDetails => ({
  name: '兰州水上救援一队',
  kind: 'water-rescue',
  level: 1,
  hazards: ['flood'],
  headcount: 12,
  equipment: [{ name: '冲锋舟', quantity: 4, unit: '艘' }],
  base: { latitude: 36.06, longitude: 103.83, crs: 'CGCS2000', place: '兰州市城关区' },
  readinessMinutes: 30,
  certification: { authority: '甘肃省应急管理厅', number: 'GS-0001', expiresAt: '2027-06-30T16:00:00.000Z' },
  leader: { personId: 'team-leader@620100', name: '虚构队长' },
  ...overrides,
});

export const someContact = (): DutyContact => ({ name: '张示例', telephone: '138-0000-0001' });

/** A team in service, not promised to anybody. */
export const aTeam = (overrides: Partial<Extract<TeamState, { status: 'active' }>> = {}): TeamState => ({
  status: 'active',
  id: TEAM_ID,
  details: someDetails(),
  dutyContact: someContact(),
  periods: [],
  certificationNotice: 'none',
  confirmedAt: NOW,
  ...overrides,
});
