import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { DEPLOYMENT_STATUSES } from '../../../shared/domain/deployment/deployment-status.ts';
import type { ReportableStatus } from '../../../shared/domain/deployment/progress.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import type { DeploymentReading, DeploymentView } from '../../../shared/http/views/deployment.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { useQueuedCommand } from '../phone/use-queue.ts';
import { WaitingCommands } from '../phone/waiting-commands.tsx';
import { nextSteps, possible } from './deployment-acts.ts';
import { DEPLOYMENTS } from './deployments-words.ts';
import { MissedCheckIn } from './missed-check-in.tsx';
import { MissionTalks } from './mission-talks.tsx';
import { RemarksFields } from './report-dialog.tsx';
import { type Remarks, remarksOf, reportOf } from './report-values.ts';

interface LeaderMissionProps {
  /** As it was read, or as an act has just answered with it, which says nothing of what it waits for. */
  readonly view: DeploymentView & Partial<Pick<DeploymentReading, 'pending'>>;
  readonly etag: string | undefined;
}

/** A mission in the hand of whoever leads the team: one tap says that all is well, two report the next step, with or without a line. */
export const LeaderMission = ({ view, etag }: LeaderMissionProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const now = new Date(useNow()).toISOString();
  const { deploymentId, team, status, mission, reportingPoint, requester, times, orderNumber, pending } = view;
  const isGoing = possible(view).report;
  const checkIn = pending?.handOffs.find(({ handOff }) => handOff === 'check-in');
  return (
    <Panel title={team?.name ?? ''} actions={<Status status={status} />}>
      {pending && <MissedCheckIn pending={pending} />}
      {isGoing && (
        <div className="leader-acts">
          <CheckIn view={view} />
          {checkIn && (
            <p>
              {say('leader.next-check-in')} <Countdown due={checkIn.due} />
            </p>
          )}
          {nextSteps(view, now).map((step) => (
            <Step key={step} view={view} step={step} />
          ))}
        </div>
      )}
      <WaitingCommands subject={deploymentId} version={etag} />
      <Facts
        facts={[
          [say('fact.mission'), mission],
          [say('fact.point'), `${read(cityName(requester))} ${reportingPoint.place}`],
          [say('step.arrival'), times.arrival.requested && <Moment at={times.arrival.requested} relative />],
          [
            say('step.returnDeparture'),
            times.returnDeparture.estimated && <Moment at={times.returnDeparture.estimated} />,
          ],
          [say('fact.order'), orderNumber],
          [say('fact.heard'), <Moment key="heard" at={view.heardAt} relative />],
        ]}
      />
      <MissionTalks view={view} />
      <LinkButton to={`/deployments/${deploymentId}/order`}>{say('see.order')}</LinkButton>
    </Panel>
  );
};

const CheckIn = ({ view: { deploymentId, team } }: Pick<LeaderMissionProps, 'view'>): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const { zh, en } = DEPLOYMENTS.words['act.check-in'];
  const name = team?.name ?? '';
  const command = useQueuedCommand(deploymentRoutes.checkInDeployment, {
    subject: deploymentId,
    meant: { zh: `${zh}：${name}`, en: `${en}: ${name}` },
    readBy: deploymentRoutes.readDeployment,
  });
  const params = { deploymentId };
  return (
    <>
      <Button
        type="primary"
        className="leader-act"
        loading={command.isRunning}
        onClick={() => void command.run({ params, body: {} })}
      >
        {say('act.check-in')}
      </Button>
      {command.failure && <ProblemAlert error={command.failure} />}
      <CommandDialog<Remarks, Parameters<typeof command.run>[0], unknown>
        act={say('leader.more')}
        command={command}
        inputOf={(remarks) => ({ params, body: remarksOf(remarks) })}
      >
        <RemarksFields />
      </CommandDialog>
    </>
  );
};

interface StepProps extends Pick<LeaderMissionProps, 'view'> {
  readonly step: ReportableStatus;
}

const Step = ({ view, step }: StepProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const now = new Date(useNow()).toISOString();
  const { deploymentId, team } = view;
  const { zh, en } = DEPLOYMENT_STATUSES[step];
  const command = useQueuedCommand(deploymentRoutes.reportDeployment, {
    subject: deploymentId,
    meant: { zh: `${zh}：${team?.name ?? ''}`, en: `${en}: ${team?.name ?? ''}` },
    readBy: deploymentRoutes.readDeployment,
  });
  return (
    <CommandDialog<Remarks, Parameters<typeof command.run>[0], unknown>
      act={say('leader.step', { status: read(DEPLOYMENT_STATUSES[step]) })}
      command={command}
      inputOf={(remarks) => ({
        params: { deploymentId },
        body: reportOf({ status: step, ...remarks }, view, now),
      })}
    >
      <RemarksFields />
    </CommandDialog>
  );
};
