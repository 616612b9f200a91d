import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import { useSpeech } from '../i18n/language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Screen } from '../parts/screen.tsx';
import { KeptShown } from '../phone/kept-shown.tsx';
import { useKeptRead } from '../phone/use-kept-read.ts';
import { AgencyTask } from './agency-task.tsx';
import { OwnTaskLinks } from './own-task-links.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';
import './own-tasks.css';

/** One task of one's agency. */
export const OwnTaskScreen = (): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const { taskId = '' } = useParams();
  const read = useKeptRead(agencyTaskRoutes.read, { params: { taskId } });
  const task = read.data?.body;
  return (
    <Screen
      title={task ? task.incident.title : say('task.title')}
      exercise={task?.exercise}
      actions={<LinkButton to="/own-tasks">{say('to.list')}</LinkButton>}
    >
      <KeptShown read={read}>
        {(body, etag) => (
          <>
            <AgencyTask task={body} etag={etag} routes={agencyTaskRoutes} />
            <OwnTaskLinks task={body} />
          </>
        )}
      </KeptShown>
    </Screen>
  );
};
