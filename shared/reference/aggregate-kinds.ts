import type { AggregateKind } from '../domain/kernel/aggregate.ts';
import type { Text } from '../domain/kernel/text.ts';

/** What the things that a cell keeps are called. */
export const AGGREGATE_KIND_NAMES: Readonly<Record<AggregateKind, Text>> = {
  team: { zh: '队伍', en: 'team' },
  depot: { zh: '仓库', en: 'depot' },
  stock: { zh: '库存', en: 'stock line' },
  agreement: { zh: '协议', en: 'agreement' },
  incident: { zh: '突发事件', en: 'incident' },
  'partner-incident': { zh: '伙伴城市的事件', en: 'incident of a partner city' },
  request: { zh: '请求', en: 'request' },
  'received-request': { zh: '收到的请求', en: 'received request' },
  deployment: { zh: '派遣', en: 'deployment' },
  offer: { zh: '主动支援', en: 'offer' },
  question: { zh: '询问', en: 'question' },
  agency: { zh: '联动单位', en: 'agency' },
  task: { zh: '任务', en: 'task' },
  plan: { zh: '预案', en: 'plan' },
  roster: { zh: '值班表', en: 'duty roster' },
  expert: { zh: '专家', en: 'expert' },
  'call-out': { zh: '专家咨询', en: 'call-out' },
  'listing-share': { zh: '名录共享', en: 'sharing of listings' },
  equipment: { zh: '装备', en: 'equipment' },
  vehicle: { zh: '车辆', en: 'vehicle' },
  package: { zh: '任务包', en: 'package' },
  'import-job': { zh: '导入', en: 'import' },
  warning: { zh: '预警', en: 'warning' },
  awareness: { zh: '预警告知', en: 'awareness notice' },
  'situation-report': { zh: '信息报送', en: 'series of reports' },
  drill: { zh: '演练', en: 'drill' },
  'warning-rule': { zh: '预警规则', en: 'rule for warnings' },
  'notification-settings': { zh: '通知设置', en: 'notification settings' },
};
