import type * as z from 'zod';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import type { RespondingRoutes } from '../../../shared/http/routes/responding.ts';
import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import { useQueuedCommand } from '../phone/use-queue.ts';

/** A task as it is shown, and by which routes it is acted on: those of people, or those of duty phones. */
export interface ShownTask {
  readonly task: AgencyTaskView;
  readonly etag: string | undefined;
  readonly routes: RespondingRoutes;
}

/** @returns what every act on the task sends: which task, and the version it was decided on. */
export const onTask = ({ task: { taskId }, etag }: ShownTask) => ({
  params: { taskId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

/** @returns an act on a task that waits for the line if there is none. */
export const useTaskAct = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  { task, routes }: ShownTask,
  act: Text,
) => {
  const { mission } = task.details;
  const meant = { zh: `${act.zh}：${mission}`, en: `${act.en}: ${mission}` };
  return useQueuedCommand(contract, { subject: task.taskId, meant, readBy: routes.read });
};
