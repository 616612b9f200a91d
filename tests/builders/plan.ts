import type { PlanDetails, TemplateItem } from '../../shared/domain/plan/plan-details.ts';
import type { PlanState } from '../../shared/domain/plan/plan-state.ts';
import { NOW } from './circumstances.ts';

export const PLAN_ID = '0190b000-0000-7000-8000-000000000801';

type TeamTemplateItem = Exclude<TemplateItem, { readonly kind: 'supplies' }>;

/** Two teams within two hours of the incident, for two days. */
export const aTemplateItem = (overrides: Partial<TeamTemplateItem> = {}): TeamTemplateItem => ({
  kind: 'water-rescue',
  level: 2,
  quantity: 2,
  mission: '转移被困群众，封控低洼路段',
  neededByMinutes: 120,
  neededUntilMinutes: 2880,
  siteConditions: '',
  logistics: { meals: true, lodging: true, fuel: true },
  ...overrides,
});

export const planDetails = (overrides: Partial<PlanDetails> = {}): PlanDetails => ({
  title: '西宁市防汛抗旱应急预案（演示）',
  type: 'special',
  hazards: ['flood'],
  eventClasses: [],
  levels: ['I', 'II'],
  owner: '西宁市应急管理局',
  version: '2025年修订',
  validFrom: '2025-06-01T00:00:00.000Z',
  document: {
    name: '防汛抗旱应急预案.pdf',
    url: 'https://example.com/plans/flood.pdf',
    sha256: 'a'.repeat(64),
    size: 482_133,
  },
  requestTemplate: { items: [aTemplateItem()] },
  ...overrides,
});

/** A plan on file. */
export const aPlan = (overrides: Partial<Extract<PlanState, { status: 'active' }>> = {}): PlanState => ({
  status: 'active',
  id: PLAN_ID,
  details: planDetails(),
  formerVersions: [],
  confirmedAt: NOW,
  ...overrides,
});
