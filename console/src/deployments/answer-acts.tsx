import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import type { ReactNode } from 'react';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Moment } from '../parts/moment.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { type ActProps, InstantField, onMissionSeen } from './on-mission.tsx';

interface Answer<R extends string> {
  readonly response: R;
  readonly reason?: string;
  readonly availableFrom?: string;
}

/** The owner lets its team stay longer, or not. */
export const AnswerExtension = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.answerExtension);
  const question = on.view.extension?.question;
  return (
    <CommandDialog<Answer<'accept' | 'decline'>, Parameters<typeof command.run>[0], unknown>
      act={say('act.answer-extension')}
      primary
      offered={offered}
      command={command}
      initialValues={{ response: 'accept' }}
      inputOf={({ response, reason = '' }) => ({
        ...onMissionSeen(on),
        body: response === 'accept' ? { response } : { response, reason },
      })}
    >
      {question && (
        <p>
          {say('talk.extension')} <Moment at={question.until} />: {question.reason}
        </p>
      )}
      <ResponseFields responses={['accept', 'decline']} />
    </CommandDialog>
  );
};

/** The requester lets the team be called back, or not, or later. */
export const AnswerReturn = ({ offered, ...on }: ActProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const command = useCommand(deploymentRoutes.answerReturn);
  const question = on.view.returnRequest?.question;
  return (
    <CommandDialog<Answer<'accept' | 'provisional' | 'decline'>, Parameters<typeof command.run>[0], unknown>
      act={say('act.answer-return')}
      primary
      offered={offered}
      command={command}
      initialValues={{ response: 'accept' }}
      inputOf={({ response, reason = '', availableFrom = '' }) => {
        if (response === 'accept') return { ...onMissionSeen(on), body: { response } };
        const body = response === 'decline' ? { response, reason } : { response, reason, availableFrom };
        return { ...onMissionSeen(on), body };
      }}
    >
      {question && (
        <p>
          {say('talk.return')} <Moment at={question.by} />: {question.reason}
        </p>
      )}
      <ResponseFields responses={['accept', 'provisional', 'decline']} />
    </CommandDialog>
  );
};

type Response = 'accept' | 'provisional' | 'decline';

const ResponseFields = ({ responses }: { readonly responses: readonly Response[] }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const response = Form.useWatch('response') as Response | undefined;
  return (
    <>
      <Form.Item name="response" label={say('field.response')}>
        <Radio.Group options={responses.map((value) => ({ value, label: say(`talk.${value}`) }))} />
      </Form.Item>
      {response === 'provisional' && <InstantField name="availableFrom" label={say('field.available-from')} />}
      {response !== undefined && response !== 'accept' && <WordsField name={['reason']} label={say('field.reason')} />}
    </>
  );
};
