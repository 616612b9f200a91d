import type { Consequence } from '../kernel/aggregate.ts';
import { TEAMS } from './task-details.ts';
import type { TaskEvent } from './task-events.ts';
import type { TaskState } from './task-state.ts';

/** Whether nobody does it, or is asked to, any more. */
const isLost = ({ status }: TaskState): boolean =>
  status === 'unanswered' || status === 'handed-over' || status === 'cancelled';

/** @returns whether after the event the task counts for more, less or other agencies than before. */
const countsAnew = ({ type }: TaskEvent, task: TaskState): boolean => {
  switch (type) {
    case 'taskSent':
    case 'taskOffered':
    case 'taskTransferred':
    case 'counterProposalAccepted':
    case 'taskHandedOver':
    case 'taskCancelled':
      return true;
    case 'taskDeclined':
    case 'taskOfferLapsed':
      return isLost(task);
    default:
      return false;
  }
};

/** @returns what an event brings about elsewhere: a request knows which of its items agencies see to, and so what is still open. */
export const taskConsequences = (event: TaskEvent, task: TaskState): readonly Consequence[] => {
  const { id: taskId, source, details, offers } = task;
  if (source.kind !== 'request-item' || !countsAnew(event, task)) return [];
  const { requestId, itemId } = source;
  const agencyIds = [...new Set(offers.map(({ agencyId }) => agencyId))];
  const teams = details.unit === TEAMS && !isLost(task) ? details.quantity : 0;
  const noted = { type: 'note-task', task: { taskId, itemId, agencyIds, teams } } as const;
  return [{ kind: 'request', id: requestId, command: noted }];
};
