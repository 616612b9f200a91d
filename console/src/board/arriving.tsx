import type { ReactNode } from 'react';
import type { DeploymentStatus } from '../../../shared/domain/deployment/deployment-status.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { FOLLOWS } from './board-panels.ts';
import { BOARD } from './board-words.ts';
import type { BoardPanelProps } from './duty-board.tsx';

/** The statuses in which somebody is expected at the scene. */
const ON_THEIR_WAY: readonly DeploymentStatus[] = ['mobilising', 'departed', 'en-route'];

/** Teams and goods that are on their way, to this city or from it. */
export const Arriving = ({ exercise }: BoardPanelProps): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const { city } = useDesk();
  const deployments = useRead(deploymentRoutes.listDeployments, { query: { limit: 100 } }, true, FOLLOWS.arriving);
  return (
    <Panel title={say('arriving.title')}>
      <Shown read={deployments}>
        {({ items }) => {
          const own = items
            .filter(({ status, exercise: marked }) => marked === exercise && ON_THEIR_WAY.includes(status))
            .sort((one, other) => one.requestedArrival.localeCompare(other.requestedArrival));
          if (own.length === 0) return <p className="muted">{say('arriving.empty')}</p>;
          return (
            <ul className="notices">
              {own.map(({ deploymentId, team, lot, status, owner, requester, requestedArrival, exercise: marked }) => (
                <li key={deploymentId}>
                  <div>
                    <ExerciseMark exercise={marked} />{' '}
                    {say(requester === city.code ? 'arriving.to-us' : 'arriving.from-us')} · {read(cityName(owner))}{' '}
                    <SubjectLink kind="deployment" id={deploymentId}>
                      {team?.name ?? lot?.name}
                    </SubjectLink>{' '}
                    <ChangedMark id={deploymentId} />
                    <br />
                    <span className="muted">
                      {say('arriving.wanted')} <Moment at={requestedArrival} relative />
                    </span>
                  </div>
                  <Status status={status} />
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </Panel>
  );
};
