import Form from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import { DEPLOYMENT_STATUSES } from '../../../shared/domain/deployment/deployment-status.ts';
import type { ReportableStatus } from '../../../shared/domain/deployment/progress.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { PositionInput } from '../phone/position-input.tsx';
import { nextSteps } from './deployment-acts.ts';
import { DEPLOYMENTS } from './deployments-words.ts';
import { type ActProps, onMission } from './on-mission.tsx';
import { type Remarks, type ReportValues, remarksOf, reportOf } from './report-values.ts';

/** What the team has told by telephone, or its leader reports here: the next step, or more about the present one. */
export const ReportDialog = ({ offered, ...on }: ActProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const now = new Date(useNow()).toISOString();
  const command = useCommand(deploymentRoutes.reportDeployment);
  const { view } = on;
  const steps = nextSteps(view, now);
  const present = view.status as ReportableStatus;
  const options = [
    ...steps.map((step) => [step, read(DEPLOYMENT_STATUSES[step])] as const),
    [present, say('status.again', { status: read(DEPLOYMENT_STATUSES[present]) })] as const,
  ];
  return (
    <CommandDialog<ReportValues, Parameters<typeof command.run>[0], unknown>
      act={say('act.report')}
      primary
      offered={offered}
      command={command}
      initialValues={{ status: steps[0] ?? present }}
      inputOf={(values) => ({ ...onMission(on), body: reportOf(values, view, now) })}
    >
      <Form.Item name="status" label={say('field.status')}>
        <Choice options={options} />
      </Form.Item>
      <Form.Item name="at" label={say('field.at')}>
        <InstantInput />
      </Form.Item>
      <RemarksFields />
      <Estimates />
    </CommandDialog>
  );
};

const ESTIMATES = [
  ['departure', 'step.departure'],
  ['arrival', 'step.arrival'],
  ['returnArrival', 'step.returnArrival'],
] as const;

const Estimates = (): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('field.estimates')}</summary>
      {isOpen &&
        ESTIMATES.map(([name, word]) => (
          <Form.Item key={name} name={['estimates', name]} label={say(word)}>
            <InstantInput />
          </Form.Item>
        ))}
    </details>
  );
};

/** Asks for what else there is to say. */
export const RemarksFields = (): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  return (
    <>
      <WordsField name={['note']} label={say('field.note')} optional />
      <Form.Item name="position" label={say('leader.position')}>
        <PositionInput />
      </Form.Item>
    </>
  );
};

/** The team is well, as its leader says here or by telephone. */
export const CheckInDialog = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.checkInDeployment);
  return (
    <CommandDialog<Remarks, Parameters<typeof command.run>[0], unknown>
      act={say('act.check-in')}
      offered={offered && on.view.lot === undefined}
      command={command}
      inputOf={(remarks) => ({ ...onMission(on), body: remarksOf(remarks) })}
    >
      <RemarksFields />
    </CommandDialog>
  );
};
