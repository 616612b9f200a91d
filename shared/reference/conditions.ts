import type { AgencyCondition } from '../domain/agency/agency-availability.ts';
import type { AssetCondition } from '../domain/asset/asset-availability.ts';
import type { ExpertCondition } from '../domain/expert/expert-availability.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { PackageCondition } from '../domain/package/package-availability.ts';
import type { StockCondition } from '../domain/stock/stock-condition.ts';
import { TEAM_CONDITIONS, type TeamCondition } from '../domain/team/team-availability.ts';

/** In one word whether an entry of the registry can be had, whatever its kind. */
export type EntryCondition =
  | TeamCondition
  | AssetCondition
  | StockCondition
  | PackageCondition
  | AgencyCondition
  | ExpertCondition;

/** What each condition of an entry of the registry is called. */
export const CONDITION_NAMES: Readonly<Record<EntryCondition, Text>> = {
  ...TEAM_CONDITIONS,
  'under-repair': { zh: '维修中', en: 'under repair' },
  'inspection-expired': { zh: '检验过期', en: 'inspection expired' },
  'depot-retired': { zh: '仓库已注销', en: 'depot retired' },
  expired: { zh: '已过保质期', en: 'past its shelf life' },
  exhausted: { zh: '无可用余量', en: 'nothing free' },
  'not-valid': { zh: '不在有效期', en: 'not valid now' },
  suspended: { zh: '已暂停联动', en: 'suspended' },
  'agreement-not-in-force': { zh: '协议未生效或已到期', en: 'agreement not in force' },
  left: { zh: '已出库', en: 'left the pool' },
  'outside-term': { zh: '不在聘期', en: 'outside the term' },
};
