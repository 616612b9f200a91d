import type { AgencyDetails, AgencyState } from '../../shared/domain/agency/agency-state.ts';
import type { DutyContact } from '../../shared/domain/team/team-state.ts';
import { NOW } from './circumstances.ts';

export const AGENCY_ID = '0190b000-0000-7000-8000-000000000701';
export const OTHER_AGENCY_ID = '0190b000-0000-7000-8000-000000000702';

export const agencyDetails = (overrides: Partial<AgencyDetails> = {}): AgencyDetails => ({
  name: '西宁虚构矿山救护队',
  services: '矿山透水、冒顶、瓦斯事故救援；大功率排水',
  capabilities: [{ kind: 'mine-rescue', grade: 1 }],
  hazards: ['mine', 'flood'],
  pledges: [{ name: '大功率排水车', quantity: 2, unit: '台' }],
  headcount: 30,
  base: { latitude: 36.62, longitude: 101.77, crs: 'CGCS2000', place: '西宁市城东区' },
  serviceArea: { cities: ['630100'] },
  responseMinutes: 30,
  agreement: {
    title: '应急救援战略合作协议',
    terms: '互通信息，资源共享，按任务书出动。',
    validFrom: '2025-12-31T16:00:00.000Z',
    validUntil: '2027-12-31T16:00:00.000Z',
    signatories: { city: '西宁市应急管理局', agency: '西宁虚构矿山救护队' },
    replyMinutes: 60,
  },
  certification: { authority: '青海省应急管理厅', number: 'QH-K-0001', expiresAt: '2027-06-30T16:00:00.000Z' },
  ...overrides,
});

export const agencyContacts = (): DutyContact[] => [
  { name: '王示例', telephone: '138-0000-0011' },
  { name: '李示例', telephone: '138-0000-0012' },
];

/** An agency that can be given tasks. */
export const anAgency = (
  overrides: Partial<Omit<Extract<AgencyState, { status: 'active' }>, 'status'>> = {},
): AgencyState => ({
  status: 'active',
  id: AGENCY_ID,
  details: agencyDetails(),
  dutyContacts: agencyContacts(),
  periods: [],
  expiryNotices: { certification: 'none', agreement: 'none' },
  confirmedAt: NOW,
  ...overrides,
});
