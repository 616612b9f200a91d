import type { TaskStatus } from '../../../shared/domain/task/task-state.ts';
import type { Tone } from '../parts/marks.tsx';

/** Statuses of a task in the order in which it goes through them. */
export const TASK_TONES: Readonly<Record<TaskStatus, Tone>> = {
  sent: 'waiting',
  unanswered: 'bad',
  'under-way': 'waiting',
  done: 'good',
  'fed-back': 'good',
  'followed-up': 'good',
  archived: 'plain',
  'handed-over': 'plain',
  cancelled: 'plain',
};
