import { reason } from '../kernel/refusal.ts';

/** Why commands on work orders are refused. */
export const WORK_ORDER_REFUSALS = {
  unknown: reason('work-order-unknown', 'missing', { zh: '没有这一工单。', en: 'There is no such work order.' }),
  differs: reason('work-order-number-taken', 'conflict', {
    zh: '工单{number}已收到，内容与此不同；请用新工单号补充。',
    en: 'Work order {number} came before and says something else; use a new number for what is new.',
  }),
  notYet: reason('work-order-in-the-future', 'invalid', {
    zh: '发生时间{occurredAt}尚未到来。',
    en: 'The time {occurredAt} is still to come.',
  }),
  wrongStatus: reason('work-order-status', 'conflict', {
    zh: '工单{number}当前为{status}，不能这样办理。',
    en: 'Work order {number} is {status}; that cannot be done with it.',
  }),
  otherIncident: reason('work-order-of-another-incident', 'conflict', {
    zh: '工单{number}属于另一事件。',
    en: 'Work order {number} is about another incident.',
  }),
  drillAndReal: reason('work-order-drill-and-real', 'conflict', {
    zh: '演练与实战不得混办。',
    en: 'A drill and the real thing are not handled together.',
  }),
  taskUnknown: reason('work-order-task-unknown', 'invalid', { zh: '没有这一任务。', en: 'There is no such task.' }),
  itemUnknown: reason('work-order-item-unknown', 'invalid', {
    zh: '没有这一请求或请求项目。',
    en: 'There is no such request, or no such item in it.',
  }),
  over: reason('work-order-means-over', 'conflict', {
    zh: '所选任务或请求已结束。',
    en: 'The task or request chosen is over.',
  }),
  intoUnknown: reason('work-order-into-unknown', 'invalid', {
    zh: '没有要并入的工单。',
    en: 'There is no such work order to merge into.',
  }),
  itself: reason('work-order-itself', 'invalid', {
    zh: '工单不能并入自身。',
    en: 'A work order cannot be merged into itself.',
  }),
  mergedFull: reason('work-orders-merged-full', 'conflict', {
    zh: '一件工单至多并入{maximum}件。',
    en: 'One work order takes over {maximum} others at most.',
  }),
  noCaller: reason('work-order-caller-unknown', 'conflict', {
    zh: '来电人未留联系方式。',
    en: 'The caller left no name and no number.',
  }),
} as const;
