import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/** Every hand-off between people, offices and cities that somebody waits for. Each has a row in a city's table of deadlines. */
export const HAND_OFFS = {
  countersignature: { zh: '会签协议', en: 'Countersign an agreement' },
  'amendment-answer': { zh: '答复协议修订', en: 'Answer an amendment' },
  approval: { zh: '审批请求', en: 'Approve a request' },
  placement: { zh: '提出已批准的请求', en: 'Place an approved request' },
  receipt: { zh: '回执', en: 'Confirm a message' },
  answer: { zh: '答复请求', en: 'Answer a request' },
  requisition: { zh: '征调已答复的力量', en: 'Requisition what was answered' },
  commitment: { zh: '承诺征调', en: 'Commit a requisition' },
  departure: { zh: '出发', en: 'Depart' },
  arrival: { zh: '到达', en: 'Arrive' },
  'check-in': { zh: '报平安', en: 'Check in' },
  extension: { zh: '提出延期', en: 'Ask for an extension' },
  'extension-answer': { zh: '答复延期', en: 'Answer an extension' },
  return: { zh: '返程', en: 'Leave for home' },
  'return-answer': { zh: '答复召回', en: 'Answer a recall' },
  'home-coming': { zh: '归建', en: 'Be home' },
  task: { zh: '接受任务', en: 'Accept a task' },
  'task-progress': { zh: '报告任务进展', en: 'Report on a task' },
  'call-out': { zh: '答复专家咨询', en: 'Answer a call-out' },
  opinion: { zh: '提交专家意见', en: 'Give an opinion' },
  'offer-answer': { zh: '答复主动支援', en: 'Answer an offer' },
  'question-reply': { zh: '答复问询', en: 'Reply to a question' },
  feedback: { zh: '反馈', en: 'Give feedback' },
  'follow-up': { zh: '回访', en: 'Follow up' },
  archive: { zh: '归档', en: 'Archive' },
  verification: { zh: '核实事件', en: 'Verify an incident' },
  'work-order': { zh: '办理工单', en: 'Handle a work order' },
  report: { zh: '报送信息', en: 'Send a report' },
  'report-approval': { zh: '批阅信息', en: 'Approve a report' },
  'drill-inject': { zh: '处置演练投送', en: 'Handle an inject of a drill' },
} as const satisfies Record<string, Text>;
export type HandOff = keyof typeof HAND_OFFS;
export const HandOffSchema = z.enum(Object.keys(HAND_OFFS) as [HandOff, ...HandOff[]]).meta({ id: 'HandOff' });
