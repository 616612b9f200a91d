import type { ReactNode } from 'react';
import type { RouteContract } from '../../../shared/http/route.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { AnswerExtension, AnswerReturn } from './answer-acts.tsx';
import { type Possible, possible } from './deployment-acts.ts';
import { DEPLOYMENTS } from './deployments-words.ts';
import { type ActProps, InstantField, type MissionActsProps, onMission, onMissionSeen } from './on-mission.tsx';
import { CheckInDialog, ReportDialog } from './report-dialog.tsx';

const ACTS: readonly (readonly [
  keyof Possible,
  Pick<RouteContract, 'access' | 'operationId'>,
  (props: ActProps) => ReactNode,
])[] = [
  ['answerExtension', deploymentRoutes.answerExtension, (props) => <AnswerExtension {...props} />],
  ['answerReturn', deploymentRoutes.answerReturn, (props) => <AnswerReturn {...props} />],
  ['report', deploymentRoutes.reportDeployment, (props) => <ReportDialog {...props} />],
  ['report', deploymentRoutes.checkInDeployment, (props) => <CheckInDialog {...props} />],
  ['askStatus', deploymentRoutes.askDeploymentStatus, (props) => <AskStatus {...props} />],
  ['askExtension', deploymentRoutes.askExtension, (props) => <AskExtension {...props} />],
  ['askReturn', deploymentRoutes.askReturn, (props) => <AskReturn {...props} />],
  ['release', deploymentRoutes.releaseTeam, (props) => <Release {...props} />],
  ['close', deploymentRoutes.closeDeployment, (props) => <Close {...props} />],
];

/** What this city can do to the mission from its end of it. */
export const MissionActs = ({ view, etag }: MissionActsProps): ReactNode => {
  const may = useMay();
  const can = possible(view);
  return (
    <div className="screen-actions mission-acts">
      {ACTS.map(
        ([name, contract, Act]) =>
          may(contract) && (
            <div key={contract.operationId}>
              <Act view={view} etag={etag} offered={can[name]} />
            </div>
          ),
      )}
    </div>
  );
};

const AskStatus = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.askDeploymentStatus);
  return (
    <CommandDialog act={say('act.ask-status')} offered={offered} command={command} inputOf={() => onMission(on)}>
      <p>{say('explained.ask-status')}</p>
    </CommandDialog>
  );
};

interface Until {
  readonly until: string;
  readonly reason: string;
}

const AskExtension = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.askExtension);
  return (
    <CommandDialog<Until, Parameters<typeof command.run>[0], unknown>
      act={say('act.ask-extension')}
      offered={offered}
      command={command}
      inputOf={(body) => ({ ...onMission(on), body })}
    >
      <InstantField name="until" label={say('field.until')} />
      <WordsField name={['reason']} label={say('field.reason')} />
    </CommandDialog>
  );
};

interface By {
  readonly by: string;
  readonly reason: string;
}

const AskReturn = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.askReturn);
  return (
    <CommandDialog<By, Parameters<typeof command.run>[0], unknown>
      act={say('act.ask-return')}
      offered={offered}
      command={command}
      inputOf={(body) => ({ ...onMission(on), body })}
    >
      <InstantField name="by" label={say('field.by')} />
      <WordsField name={['reason']} label={say('field.reason')} />
    </CommandDialog>
  );
};

const Release = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.releaseTeam);
  return (
    <CommandDialog<{ readonly note?: string }, Parameters<typeof command.run>[0], unknown>
      act={say('act.release')}
      primary
      offered={offered}
      command={command}
      inputOf={({ note }) => ({ ...onMission(on), body: note === undefined ? {} : { note } })}
    >
      <p>{say('explained.release')}</p>
      <WordsField name={['note']} label={say('field.note')} optional />
    </CommandDialog>
  );
};

const Close = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.closeDeployment);
  return (
    <CommandDialog act={say('act.close')} primary offered={offered} command={command} inputOf={() => onMissionSeen(on)}>
      <p>{say('explained.close')}</p>
    </CommandDialog>
  );
};
