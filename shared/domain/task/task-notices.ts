import type { NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { TaskEvent } from './task-events.ts';
import { offerTo, type TaskState } from './task-state.ts';

const nobodyLeft = ({ status, incident }: TaskState): readonly NoticeDraft[] =>
  status === 'unanswered'
    ? [
        urgent(
          `“${incident.title}”的任务已无单位可答复，请改派。`,
          `No agency is left to answer the task for "${incident.title}"; put it to others.`,
        ),
      ]
    : [];

const aboutAnswers = (event: TaskEvent, task: TaskState): readonly NoticeDraft[] => {
  const nameOf = (agencyId: string): string => offerTo(task, agencyId)?.agencyName ?? agencyId;
  const { title } = task.incident;
  switch (event.type) {
    case 'taskAccepted':
      return [
        routine(
          `“${nameOf(event.agencyId)}”已接受“${title}”的任务。`,
          `"${nameOf(event.agencyId)}" has accepted the task for "${title}".`,
        ),
      ];
    case 'taskDeclined':
      return [
        routine(
          `“${nameOf(event.agencyId)}”谢绝了“${title}”的任务：${event.reason}`,
          `"${nameOf(event.agencyId)}" has declined the task for "${title}": ${event.reason}`,
        ),
        ...nobodyLeft(task),
      ];
    case 'taskCounterProposed': {
      const { quantity, neededBy, words } = event.proposal;
      return [
        urgent(
          `“${nameOf(event.agencyId)}”就“${title}”的任务提出变更：数量${quantity}，${neededBy}前；${words} 请答复。`,
          `"${nameOf(event.agencyId)}" proposes for "${title}": ${quantity}, by ${neededBy}; ${words} Answer it.`,
        ),
      ];
    }
    case 'taskOfferLapsed':
      return [
        urgent(
          `“${nameOf(event.agencyId)}”逾期未答复“${title}”的任务。`,
          `"${nameOf(event.agencyId)}" let the deadline for the task for "${title}" pass.`,
        ),
        ...nobodyLeft(task),
      ];
    default:
      return [];
  }
};

/** @returns what the duty room is told of a task: what agencies did, and what the clock did; not what it did itself. */
export const taskNotices = (event: TaskEvent, task: TaskState): readonly NoticeDraft[] => {
  const { title } = task.incident;
  switch (event.type) {
    case 'taskDone':
      return [routine(`“${title}”的任务已完成：${event.words}`, `The task for "${title}" is done: ${event.words}`)];
    case 'taskFedBack':
      return [
        routine(`“${title}”的任务已反馈，请回访。`, `There is feedback on the task for "${title}"; follow it up.`),
      ];
    default:
      return aboutAnswers(event, task);
  }
};
