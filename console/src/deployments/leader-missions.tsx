import type { ReactNode } from 'react';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { useSpeech } from '../i18n/language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { KeptShown } from '../phone/kept-shown.tsx';
import { useKeptRead } from '../phone/use-kept-read.ts';
import { isUnderWay } from './deployment-acts.ts';
import type { DeploymentCard } from './deployment-lanes.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { LeaderMission } from './leader-mission.tsx';
import './deployments.css';

/** The missions of the teams that one leads: those under way to act on at once, the others to look up. */
export const LeaderMissions = (): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const missions = useKeptRead(deploymentRoutes.listDeployments, { query: {} });
  return (
    <Screen title={say('title.own')}>
      <KeptShown read={missions}>
        {({ items }) => {
          const going = items.filter(isUnderWay);
          const past = items.filter((card) => !isUnderWay(card));
          return (
            <>
              {going.length === 0 && <p className="muted">{say('leader.none')}</p>}
              {going.map((card) => (
                <Mission key={card.deploymentId} deploymentId={card.deploymentId} />
              ))}
              {past.length > 0 && <Past cards={past} />}
            </>
          );
        }}
      </KeptShown>
    </Screen>
  );
};

const Past = ({ cards }: { readonly cards: readonly DeploymentCard[] }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  return (
    <Panel title={say('leader.past')}>
      <ul className="talks">
        {cards.map(({ deploymentId, team, orderNumber, status, openedAt, exercise }) => (
          <li key={deploymentId}>
            <SubjectLink kind="deployment" id={deploymentId}>
              {`${team?.name ?? ''} ${orderNumber}`}
            </SubjectLink>{' '}
            <ExerciseMark exercise={exercise} /> <Status status={status} /> <Moment at={openedAt} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Mission = ({ deploymentId }: { readonly deploymentId: string }): ReactNode => {
  const mission = useKeptRead(deploymentRoutes.readDeployment, { params: { deploymentId } });
  return <KeptShown read={mission}>{(view, etag) => <LeaderMission view={view} etag={etag} />}</KeptShown>;
};

/** One mission of the team that one leads. */
export const LeaderMissionScreen = ({ deploymentId }: { readonly deploymentId: string }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  return (
    <Screen title={say('title.own')} actions={<LinkButton to="/deployments">{say('title.own')}</LinkButton>}>
      <Mission deploymentId={deploymentId} />
    </Screen>
  );
};
