import Button from 'antd/es/button';
import Form from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import type { InvitationAnswer, MeetingTime } from '../../../shared/domain/call-out/call-out-details.ts';
import { ownCallOutRoutes } from '../../../shared/http/routes/own-call-outs.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { OWN_CALL_OUTS } from './own-call-outs-words.ts';
import { onCallOut, type ShownCallOut, useCallOutAct } from './use-call-out-act.ts';

interface InvitationActsProps extends ShownCallOut {
  /** Whether it was accepted already: it can still be given back. */
  readonly isAccepted: boolean;
}

/** What an invited expert may answer. */
export const InvitationActs = ({ isAccepted, ...shown }: InvitationActsProps): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <Accept {...shown} onBack={() => setAsking(false)} />;
  return (
    <div className="big-acts">
      {!isAccepted && (
        <>
          <Button type="primary" onClick={() => setAsking(true)}>
            {say('accept')}
          </Button>
          <ProposeTime {...shown} />
        </>
      )}
      <Refuse {...shown} answer="decline" />
      <Refuse {...shown} answer="recuse" />
    </div>
  );
};

const Accept = ({ onBack, ...shown }: ShownCallOut & { readonly onBack: () => void }): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const command = useCallOutAct(ownCallOutRoutes.answerInvitation, shown, OWN_CALL_OUTS.words.accept);
  const accept = async (): Promise<void> => {
    const { answered } = await command.run({ ...onCallOut(shown), body: { answer: 'accept' } });
    if (answered) onBack();
  };
  return (
    <div className="big-acts">
      <p className="big-acts-question">{say('accept.sure')}</p>
      {command.failure && <ProblemAlert error={command.failure} />}
      <Button type="primary" autoFocus loading={command.isRunning} onClick={() => void accept()}>
        {say('accept.yes')}
      </Button>
      <Button onClick={onBack}>{say('back')}</Button>
    </div>
  );
};

const Refuse = ({ answer, ...shown }: ShownCallOut & { readonly answer: 'decline' | 'recuse' }): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const command = useCallOutAct(ownCallOutRoutes.answerInvitation, shown, OWN_CALL_OUTS.words[answer]);
  return (
    <CommandDialog
      act={say(answer)}
      command={command}
      danger={answer === 'recuse'}
      inputOf={({ reason }: { reason: string }) => ({ ...onCallOut(shown), body: { answer, reason } })}
    >
      {answer === 'recuse' && <p>{say('recuse.note')}</p>}
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};

type Proposal = Pick<Extract<InvitationAnswer, { answer: 'propose-time' }>, 'time' | 'reason'>;

const ProposeTime = (shown: ShownCallOut): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const command = useCallOutAct(ownCallOutRoutes.answerInvitation, shown, OWN_CALL_OUTS.words['propose-time']);
  const { from, until } = shown.callOut.invitation.time;
  const time: MeetingTime = { from, until };
  return (
    <CommandDialog
      act={say('propose-time')}
      command={command}
      initialValues={{ time }}
      inputOf={(body: Proposal) => ({ ...onCallOut(shown), body: { answer: 'propose-time' as const, ...body } })}
    >
      <div className="columns">
        <Form.Item name={['time', 'from']} label={say('from')}>
          <InstantInput />
        </Form.Item>
        <Form.Item name={['time', 'until']} label={say('until')}>
          <InstantInput />
        </Form.Item>
      </div>
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};
