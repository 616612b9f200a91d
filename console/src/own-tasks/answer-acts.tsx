import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { CounterProposal } from './counter-proposal.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';
import { onTask, type ShownTask, useTaskAct } from './use-task-act.ts';

type Asking = 'nothing' | 'accept' | 'decline';

/** Yes or no, in two taps; or another quantity or time. */
export const AnswerActs = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const [asking, setAsking] = useState<Asking>('nothing');
  const back = (): void => setAsking('nothing');
  if (asking === 'accept') return <Accept {...shown} onBack={back} />;
  if (asking === 'decline') return <Decline {...shown} onBack={back} />;
  return (
    <div className="big-acts">
      <Button type="primary" onClick={() => setAsking('accept')}>
        {say('accept')}
      </Button>
      <Button onClick={() => setAsking('decline')}>{say('decline')}</Button>
      <CounterProposal {...shown} />
    </div>
  );
};

interface AnswerProps extends ShownTask {
  readonly onBack: () => void;
}

const Accept = ({ onBack, ...shown }: AnswerProps): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const command = useTaskAct(shown.routes.accept, shown, OWN_TASKS.words.accept);
  return (
    <div className="big-acts">
      <p className="big-acts-question">{say('accept.sure')}</p>
      {command.failure && <ProblemAlert error={command.failure} />}
      <Button type="primary" autoFocus loading={command.isRunning} onClick={() => void command.run(onTask(shown))}>
        {say('accept.yes')}
      </Button>
      <Button onClick={onBack}>{say('back')}</Button>
    </div>
  );
};

/** Reasons at hand: nobody types on the way to a fire. */
const REASONS = ['decline.people', 'decline.equipment', 'decline.road'] as const;

const Decline = ({ onBack, ...shown }: AnswerProps): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const [isWriting, setWriting] = useState(false);
  const command = useTaskAct(shown.routes.decline, shown, OWN_TASKS.words.decline);
  const inputOf = (body: { reason: string }) => ({ ...onTask(shown), body });
  if (isWriting)
    return (
      <CommandForm
        command={command}
        inputOf={inputOf}
        submit={say('decline')}
        danger
        besides={<Button onClick={() => setWriting(false)}>{say('back')}</Button>}
      >
        <WordsField name={['reason']} label={say('decline.why')} />
      </CommandForm>
    );
  return (
    <div className="big-acts">
      <p className="big-acts-question">{say('decline.why')}</p>
      {command.failure && <ProblemAlert error={command.failure} />}
      {REASONS.map((reason) => (
        <Button
          key={reason}
          disabled={command.isRunning}
          onClick={() => void command.run(inputOf({ reason: say(reason) }))}
        >
          {say(reason)}
        </Button>
      ))}
      <Button onClick={() => setWriting(true)}>{say('decline.words')}</Button>
      <Button onClick={onBack}>{say('back')}</Button>
    </div>
  );
};
