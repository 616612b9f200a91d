import type { ReactNode } from 'react';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { actsOn } from './acts-on.ts';
import { DeploymentRow } from './deployment-row.tsx';
import { DispatchDialog } from './dispatch-dialog.tsx';
import type { RequestProps } from './request-screen.tsx';
import { REQUESTS } from './requests-words.ts';

/** Who is out for the request, own or lent, and the tasks of agencies; from here own teams are sent. */
export const OwnHelpPanel = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const may = useMay();
  const { deployments, tasks } = view;
  const mayDispatch = actsOn(view).place && may(requestRoutes.dispatchOwnTeams);
  const heads = ['what', 'from', 'state', 'arrival', 'order'] as const;
  return (
    <Panel title={say('own.title')} actions={mayDispatch && <DispatchDialog view={view} etag={etag} />}>
      {deployments.length + tasks.length === 0 && <p className="muted">{say('own.none')}</p>}
      {deployments.length > 0 && (
        <WideTable label={say('own.title')} heads={heads.map((head) => say(`deployment.${head}`))}>
          {deployments.map(({ deploymentId }) => (
            <DeploymentRow key={deploymentId} deploymentId={deploymentId} />
          ))}
        </WideTable>
      )}
      {tasks.length > 0 && (
        <ul className="reasons">
          {tasks.map(({ taskId }) => (
            <li key={taskId}>
              <SubjectLink kind="task" id={taskId}>
                {say('task.one')}
              </SubjectLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
