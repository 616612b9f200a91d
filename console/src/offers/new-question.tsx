import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { QUESTION_KINDS } from '../../../shared/domain/question/question-kinds.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { QuestionView } from '../../../shared/http/views/question.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { AgreementChoice } from '../parts/agreement-choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { Required } from './fields.tsx';
import { type QuestionEntry, questionOf, subjectIn } from './question-values.ts';
import { QUESTIONS } from './questions-words.ts';
import './offers.css';
import { QuoteItemFields } from './quote-item-fields.tsx';

/** Asks a partner for prices or for information; about a thing that the address names, if it does. */
export const NewQuestion = (): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const command = useCommand(questionRoutes.askQuestion);
  const about = subjectIn(search);
  const agreementId = search.get('agreement');
  return (
    <Screen title={say('new')}>
      <Panel title={say('new')}>
        <CommandForm<QuestionEntry, Parameters<typeof command.run>[0], QuestionView>
          command={command}
          initialValues={{ kind: 'information', ...(agreementId === null ? {} : { agreementId }) }}
          inputOf={(entry) => ({ body: questionOf(entry, about) })}
          submit={say('new')}
          onDone={({ body: { questionId } }) => void navigate(`/questions/${questionId}`)}
        >
          {about && <p>{`${say('fact.about')}: ${say(`about.${about.kind}`)}`}</p>}
          <QuestionFields />
        </CommandForm>
      </Panel>
    </Screen>
  );
};

const KINDS = ['information', 'quote'] as const;

const QuestionFields = (): ReactNode => {
  const { say, read } = useSpeech(QUESTIONS);
  const isQuote = Form.useWatch('kind') === 'quote';
  return (
    <>
      <Form.Item name="kind" label={say('field.kind')}>
        <Radio.Group options={KINDS.map((value) => ({ value, label: read(QUESTION_KINDS[value]) }))} />
      </Form.Item>
      <div className="columns">
        <Required name={['agreementId']} label={say('field.agreement')}>
          <AgreementChoice />
        </Required>
        <Form.Item name="replyBy" label={say('field.reply-by')}>
          <InstantInput />
        </Form.Item>
      </div>
      {isQuote && <QuoteItems />}
      <WordsField name={['text']} label={say(isQuote ? 'field.remark' : 'field.text')} optional={isQuote} />
      <Form.Item name="exercise" valuePropName="checked">
        <Checkbox>{say('field.exercise')}</Checkbox>
      </Form.Item>
    </>
  );
};

const QuoteItems = (): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  return (
    <Form.List name="items" initialValue={[{ kind: 'general-rescue', level: 2, quantity: 1 }]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <section key={key} className="question-item" aria-label={say('item.title', { number: name + 1 })}>
              <h3>{say('item.title', { number: name + 1 })}</h3>
              <QuoteItemFields index={name} />
              {fields.length > 1 && <Button onClick={() => remove(name)}>{say('item.remove')}</Button>}
            </section>
          ))}
          <Button onClick={() => add({ kind: 'general-rescue', level: 2, quantity: 1 })}>{say('item.add')}</Button>
        </>
      )}
    </Form.List>
  );
};
