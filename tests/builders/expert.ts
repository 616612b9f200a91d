import type { ExpertContact, ExpertDetails } from '../../shared/domain/expert/expert-details.ts';
import type { PoolExpert } from '../../shared/domain/expert/expert-state.ts';
import { NOW } from './circumstances.ts';

export const EXPERT_ID = '0190b000-0000-7000-8000-000000000701';

export const someExpertDetails = (overrides: Partial<ExpertDetails> = {}): ExpertDetails => ({
  name: '虚构专家甲',
  personId: 'expert@630100',
  class: 'natural-disaster',
  subgroup: '地质灾害防治组',
  groupLead: false,
  specialities: ['滑坡监测预警', '泥石流防治'],
  hazards: ['geological', 'flood'],
  title: '正高级工程师',
  employer: '虚构地质环境监测院',
  languages: ['zh', 'bo'],
  position: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '西宁市城中区' },
  travel: { readinessMinutes: 60, willingKilometres: 300 },
  recusals: [{ party: '虚构甲化工有限公司', reason: '担任该公司独立董事' }],
  feePerDay: 120_000,
  ...overrides,
});

export const someExpertContact = (): ExpertContact => ({
  telephone: '139-0000-0007',
  email: 'zhuanjia@example.com',
});

export const someExpertTerm = () => ({ from: '2026-01-01T00:00:00.000Z', until: '2027-12-31T16:00:00.000Z' });

/** An expert in the pool whom nobody has called out. */
export const anExpert = (overrides: Partial<PoolExpert> = {}): PoolExpert => ({
  status: 'in-pool',
  id: EXPERT_ID,
  details: someExpertDetails(),
  contact: someExpertContact(),
  term: someExpertTerm(),
  periods: [],
  membership: [{ step: 'appointed', at: '2026-01-01T00:00:00.000Z', reason: '首次聘任' }],
  appraisals: [],
  openCallOuts: [],
  termNotice: 'none',
  confirmedAt: NOW,
  ...overrides,
});
