import type { WorkOrderStep } from '../request/work-order-step.ts';
import type { TaskState } from './task-state.ts';

const STEP_OF: Readonly<Record<TaskState['status'], WorkOrderStep>> = {
  sent: 'transfer',
  unanswered: 'supervise',
  'under-way': 'supervise',
  done: 'feedback',
  'fed-back': 'feedback',
  'followed-up': 'follow-up',
  archived: 'archive',
  'handed-over': 'archive',
  cancelled: 'archive',
};

/**
 * @returns the step of the 12345 work order that a task is in, as a request's: sent it is transferred; it is supervised once
 * somebody has it, or nobody can be found, or somebody put it under supervision; feedback is in when it is done.
 */
export const taskStepOf = ({ status, supervision }: TaskState): WorkOrderStep =>
  status === 'sent' && supervision ? 'supervise' : STEP_OF[status];
