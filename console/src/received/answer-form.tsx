import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import type { ReactNode } from 'react';
import type { RequestItem } from '../../../shared/domain/request/request-item.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { CostsFields } from '../parts/costs-fields.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PARTS } from '../parts/part-words.ts';
import { WordsField } from '../parts/words-field.tsx';
import { type AnswerValues, type Decision, decisionOf } from './answer-values.ts';
import { LotCandidates } from './lot-candidates.tsx';
import { RECEIVED } from './received-words.ts';
import { TeamCandidates } from './team-candidates.tsx';

const RESPONSES: readonly Decision['response'][] = ['accept', 'provisional', 'decline'];

interface AnswerFormProps {
  readonly requestId: string;
  readonly item: RequestItem;
  readonly etag: string | undefined;
}

/** Answers one item: yes, yes on conditions, or no. */
export const AnswerForm = ({ requestId, item, etag }: AnswerFormProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const command = useCommand(receivedRequestRoutes.answerReceivedRequest);
  return (
    <section className="answer-form" aria-label={say('answer.title')}>
      <CommandForm<AnswerValues, Parameters<typeof command.run>[0], unknown>
        command={command}
        initialValues={{ items: [{ response: 'accept' }] }}
        inputOf={({ items: [entry] }) => ({
          params: { requestId },
          body: { items: [decisionOf(item.itemId, entry)] },
          ...(etag === undefined ? {} : { ifMatch: etag }),
        })}
        submit={say('answer.submit')}
      >
        <AnswerFields item={item} />
      </CommandForm>
    </section>
  );
};

const AnswerFields = ({ item }: { readonly item: RequestItem }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const response = Form.useWatch(['items', 0, 'response']) as Decision['response'] | undefined;
  return (
    <>
      <Form.Item name={['items', 0, 'response']} label={say('answer.response')}>
        <Radio.Group
          optionType="button"
          options={RESPONSES.map((value) => ({ value, label: say(`response.${value}`) }))}
        />
      </Form.Item>
      {response !== 'decline' && <PromiseFields item={item} />}
      {response !== undefined && response !== 'accept' && (
        <WordsField
          name={['items', 0, 'reason']}
          label={say(response === 'decline' ? 'answer.reason' : 'answer.conditions')}
        />
      )}
    </>
  );
};

interface RequiredProps {
  readonly name: string;
  readonly label: string;
  readonly extra?: string;
  readonly children: ReactNode;
}

const Required = ({ name, label, extra, children }: RequiredProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <Form.Item
      name={['items', 0, name]}
      label={label}
      {...(extra === undefined ? {} : { extra })}
      rules={[{ required: true, message: say('required') }]}
    >
      {children}
    </Form.Item>
  );
};

const PromiseFields = ({ item }: { readonly item: RequestItem }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  return (
    <>
      {item.kind === 'supplies' ? (
        <Lots item={item} />
      ) : (
        <Required name="teamIds" label={say('answer.teams', { quantity: item.quantity })}>
          <TeamCandidates item={item} label={say('answer.teams', { quantity: item.quantity })} />
        </Required>
      )}
      <div className="columns">
        <Required name="estimatedDeparture" label={say('given.departure')} extra={say('answer.times')}>
          <InstantInput />
        </Required>
        <Required name="estimatedArrival" label={say('given.arrival')}>
          <InstantInput />
        </Required>
      </div>
      <CostsFields name={['items', 0, 'costs']} />
    </>
  );
};

const Lots = ({ item }: { readonly item: Extract<RequestItem, { kind: 'supplies' }> }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const label = say('answer.lots', { quantity: item.quantity, unit: item.supply.unit });
  return (
    <Required name="lots" label={label}>
      <LotCandidates item={item} label={label} />
    </Required>
  );
};
