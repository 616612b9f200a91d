import type { TaskView } from '../../../shared/http/views/task.ts';

/** A task as the duty room has it on the screen. */
export interface RoomTask {
  readonly task: TaskView;
  readonly etag: string | undefined;
}

/** @returns what every act on the task sends: which one, and the version that was on the screen. */
export const onTask = ({ task: { taskId }, etag }: RoomTask) => ({
  params: { taskId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});
