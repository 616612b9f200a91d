import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { hasOneOf, READERS } from '../../../shared/http/roles.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { DeploymentReading } from '../../../shared/http/views/deployment.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { useNamed } from '../parts/named.ts';
import { PendingList } from '../parts/pending-list.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { LeaderMissionScreen } from './leader-missions.tsx';
import { MissedCheckIn } from './missed-check-in.tsx';
import { MissionActs } from './mission-acts.tsx';
import { MissionFacts } from './mission-facts.tsx';
import { MissionSteps } from './mission-steps.tsx';
import { MissionTalks } from './mission-talks.tsx';
import { MissionTimes } from './mission-times.tsx';
import './deployments.css';

/** One mission: for the duty rooms of either end, or, for its leader, on a phone. */
export const DeploymentScreen = (): ReactNode => {
  const { deploymentId = '' } = useParams();
  const { person } = useDesk();
  const isCity = hasOneOf(person.roles, READERS);
  return isCity ? <CityMission deploymentId={deploymentId} /> : <LeaderMissionScreen deploymentId={deploymentId} />;
};

const CityMission = ({ deploymentId }: { readonly deploymentId: string }): ReactNode => {
  const deployment = useRead(deploymentRoutes.readDeployment, { params: { deploymentId } });
  return <Shown read={deployment}>{(view, etag) => <Loaded view={view} etag={etag} />}</Shown>;
};

/** @returns how to name a mission. */
export const useMissionTitle = (): ((view: DeploymentReading) => string) => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const named = useNamed();
  return ({ team, lot, owner, requester }) => {
    const sent = team?.name ?? named({ lots: lot ? [lot] : [] });
    return owner === requester
      ? say('screen.own', { sent })
      : say('screen.title', { sent, owner: read(cityName(owner)), requester: read(cityName(requester)) });
  };
};

interface LoadedProps {
  readonly view: DeploymentReading;
  readonly etag: string | undefined;
}

const Loaded = ({ view, etag }: LoadedProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const title = useMissionTitle()(view);
  const may = useMay();
  const { deploymentId, agreementId, exercise, status, failures, pending } = view;
  return (
    <Screen
      title={title}
      exercise={exercise}
      actions={
        <>
          <ChangedMark id={deploymentId} />
          <Status status={status} />
          {agreementId !== undefined && may(questionRoutes.askQuestion) && (
            <LinkButton to={`/questions/new?about=deployment&id=${deploymentId}&agreement=${agreementId}`}>
              {say('act.question')}
            </LinkButton>
          )}
          <LinkButton to={`/deployments/${deploymentId}/order`}>{say('see.order')}</LinkButton>
        </>
      }
    >
      <MessageFailures failures={failures} />
      <MissedCheckIn pending={pending} />
      <MissionSteps view={view} />
      <MissionActs view={view} etag={etag} />
      <div className="columns">
        <Panel title={say('waiting')}>
          <PendingList pending={pending} />
        </Panel>
        <Panel title={say('talks')}>
          <MissionTalks view={view} />
        </Panel>
      </div>
      <Panel title={say('mission')}>
        <MissionFacts view={view} />
      </Panel>
      <Panel title={say('times')}>
        <MissionTimes view={view} />
      </Panel>
    </Screen>
  );
};
