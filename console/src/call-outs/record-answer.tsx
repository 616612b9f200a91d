import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import type { InvitationAnswer, MeetingTime } from '../../../shared/domain/call-out/call-out-details.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import type { onInvitation } from './on-call-out.ts';

const ANSWERS = [
  'accept',
  'decline',
  'propose-time',
  'recuse',
] as const satisfies readonly InvitationAnswer['answer'][];

interface Values {
  readonly answer: InvitationAnswer['answer'];
  readonly reason: string;
  readonly time: MeetingTime;
}

const answerOf = ({ answer, reason, time }: Values): InvitationAnswer => {
  if (answer === 'accept') return { answer };
  return answer === 'propose-time' ? { answer, time, reason } : { answer, reason };
};

/** Takes down what an expert has answered by telephone. */
export const RecordAnswer = ({ on }: { readonly on: ReturnType<typeof onInvitation> }): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.recordInvitationAnswer);
  return (
    <CommandDialog
      act={say('record')}
      command={command}
      initialValues={{ answer: 'accept' }}
      inputOf={(values: Values) => ({ ...on, body: answerOf(values) })}
    >
      <Form.Item name="answer" label={say('answer')}>
        <Choice options={ANSWERS.map((each) => [each, say(`answer.${each}`)] as const)} />
      </Form.Item>
      <Besides />
    </CommandDialog>
  );
};

/** What goes with the answer that was chosen. */
const Besides = (): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const answer = Form.useWatch<InvitationAnswer['answer'] | undefined>('answer');
  return (
    <>
      {answer === 'propose-time' && (
        <div className="columns">
          <Form.Item name={['time', 'from']} label={say('from')}>
            <InstantInput />
          </Form.Item>
          <Form.Item name={['time', 'until']} label={say('until')}>
            <InstantInput />
          </Form.Item>
        </div>
      )}
      {answer !== 'accept' && <WordsField name={['reason']} label={say('reason')} />}
    </>
  );
};
