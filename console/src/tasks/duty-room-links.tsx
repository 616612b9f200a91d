import type { ReactNode } from 'react';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { TaskView } from '../../../shared/http/views/task.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { TaskLinks } from './task-links.tsx';

const CAN_HAVE_ONE: readonly TaskView['offers'][number]['outcome']['kind'][] = ['open', 'counter-proposed', 'accepted'];

const ENDED: readonly TaskView['status'][] = ['archived', 'handed-over', 'cancelled'];

/** Links for duty phones of the agencies that have the task or are asked. */
export const DutyRoomLinks = ({ task }: { readonly task: TaskView }): ReactNode => {
  const may = useMay();
  const issue = useCommand(taskRoutes.issueLink);
  const revoke = useCommand(taskRoutes.revokeLink);
  const { taskId, links, offers, status } = task;
  const asked = ENDED.includes(status) ? [] : offers.filter(({ outcome }) => CAN_HAVE_ONE.includes(outcome.kind));
  if (!may(taskRoutes.issueLink) || (asked.length === 0 && links.length === 0)) return null;
  return (
    <TaskLinks
      links={links}
      agencies={asked}
      issue={issue}
      issueInput={(body) => ({ params: { taskId }, body })}
      revoke={revoke}
      revokeInput={(linkId) => ({ params: { taskId, linkId } })}
    />
  );
};
