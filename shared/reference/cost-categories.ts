import type { Text } from '../domain/kernel/text.ts';
import type { CostCategory } from '../domain/vocabulary/costs.ts';

/** What the cost categories of the binding paper are called. */
export const COST_CATEGORY_NAMES: Readonly<Record<CostCategory, Text>> = {
  personnel: { zh: '人员', en: 'personnel' },
  travel: { zh: '交通', en: 'travel' },
  equipment: { zh: '装备', en: 'equipment' },
  commodities: { zh: '物资', en: 'commodities' },
  other: { zh: '其他', en: 'other' },
};
