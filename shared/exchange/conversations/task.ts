import { task } from '../../domain/task/task.ts';
import type { TaskCommand } from '../../domain/task/task-commands.ts';
import type { TaskEvent } from '../../domain/task/task-events.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import type { Conversation } from '../conversation.ts';

/** Tasks go to agencies of this city, which are no cells: other cities do not hear of them. */
export const taskConversation: Conversation<TaskState, TaskCommand, TaskEvent> = {
  aggregate: task,
  outgoing: () => [],
  incoming: () => undefined,
};
