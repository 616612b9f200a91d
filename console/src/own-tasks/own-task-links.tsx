import type { ReactNode } from 'react';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import { useCommand } from '../api/use-command.ts';
import { TaskLinks } from '../tasks/task-links.tsx';
import { stageOf } from './expected-stage.ts';

/** Links by which the agency's duty phones have the task without signing in. */
export const OwnTaskLinks = ({ task }: { readonly task: AgencyTaskView }): ReactNode => {
  const issue = useCommand(agencyTaskRoutes.issueLink);
  const revoke = useCommand(agencyTaskRoutes.revokeLink);
  const { taskId, agencyId, links } = task;
  const isOver = stageOf(task) === 'over';
  if (isOver && links.length === 0) return null;
  return (
    <TaskLinks
      links={links}
      agencies={isOver ? [] : [{ agencyId, agencyName: '' }]}
      issue={issue}
      issueInput={({ expiresAt }) => ({ params: { taskId }, body: { expiresAt } })}
      revoke={revoke}
      revokeInput={(linkId) => ({ params: { taskId, linkId } })}
    />
  );
};
