import { heldFor } from './bookkeeping.ts';
import type { RequestEventOf } from './request-events.ts';
import type { OpenRequest } from './request-state.ts';
import { revived } from './revived.ts';

/** @returns the request with more, or less, help of its own city; what fills all of it revives it. */
const withOwnHelp = (state: OpenRequest, change: Partial<OpenRequest['ownHelp']>): OpenRequest => {
  const after = { ...state, ownHelp: { ...state.ownHelp, ...change } };
  const isFilled = after.items.every(({ itemId, quantity }) => heldFor(after, itemId) >= quantity);
  return isFilled ? revived(after) : after;
};

/** @returns the request after own teams or goods were sent. */
export const withDispatches = (state: OpenRequest, { dispatches }: RequestEventOf<'ownTeamsDispatched'>): OpenRequest =>
  withOwnHelp(state, { dispatches: [...state.ownHelp.dispatches, ...dispatches] });

/** @returns the request with what is known of a task by now. */
export const withTask = (state: OpenRequest, { task }: RequestEventOf<'itemTaskNoted'>): OpenRequest =>
  withOwnHelp(state, { tasks: [...state.ownHelp.tasks.filter(({ taskId }) => taskId !== task.taskId), task] });
