import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import { deploymentsOf, deploymentsOut, type RequestState } from './request-state.ts';
import { isLive } from './requisition-record.ts';

/** The seven steps in which the 12345 hotline's work order goes round, as a coordinator knows them. */
export const WORK_ORDER_STEPS = {
  accept: { zh: '受理', en: 'Accept' },
  handle: { zh: '直办', en: 'Handle with own means' },
  transfer: { zh: '转办', en: 'Transfer to partners' },
  supervise: { zh: '督办', en: 'Supervise' },
  feedback: { zh: '反馈', en: 'Feedback' },
  'follow-up': { zh: '回访', en: 'Follow up' },
  archive: { zh: '归档', en: 'Archive' },
} as const satisfies Record<string, Text>;
export type WorkOrderStep = keyof typeof WORK_ORDER_STEPS;
export const WorkOrderStepSchema = z
  .enum(Object.keys(WORK_ORDER_STEPS) as [WorkOrderStep, ...WorkOrderStep[]])
  .meta({ id: 'WorkOrderStep' });

/**
 * @returns the step a request is in: a draft is being accepted, an approved one is still the duty room's own, and so is one that
 * own teams and agencies are enough for; one that partners have is transferred, and supervised once teams are asked for (or nobody can be found); feedback is in when all are home again.
 */
export const workOrderStepOf = (state: RequestState): WorkOrderStep => {
  if (state.status === 'drafted') return 'accept';
  if (state.status === 'approved') return 'handle';
  if (state.status === 'closed' || state.status === 'cancelled') return 'archive';
  if (state.followUp) return 'follow-up';
  if (state.status !== 'placed') return 'supervise';
  const awaited = state.requisitions.some(({ status }) => status === 'awaiting');
  if (deploymentsOf(state).length > 0 && deploymentsOut(state) === 0 && !awaited) return 'feedback';
  if (state.requisitions.some(isLive)) return 'supervise';
  return state.placements.length > 0 ? 'transfer' : 'handle';
};
