import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import type { ReactNode } from 'react';
import type { QuoteItem } from '../../../shared/domain/question/question-and-reply.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { QuestionView } from '../../../shared/http/views/question.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { CostsFields } from '../parts/costs-fields.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Panel } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { QUESTIONS } from './questions-words.ts';
import './offers.css';
import { type ReplyEntry, replyOf } from './reply-values.ts';

const RESPONSES = ['accept', 'provisional', 'decline'] as const;
const TOLD = ['accept', 'decline'] as const;

interface AnswerQuestionProps {
  readonly view: QuestionView;
  readonly etag: string | undefined;
}

/** Answers a question: with a price for each item, or in words. */
export const AnswerQuestion = ({ view, etag }: AnswerQuestionProps): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  const command = useCommand(questionRoutes.answerQuestion);
  const { questionId, question } = view;
  const items = question.kind === 'quote' ? question.items : [];
  return (
    <Panel title={say('answer.title')}>
      <CommandForm<ReplyEntry, Parameters<typeof command.run>[0], unknown>
        command={command}
        initialValues={{ response: 'accept', quotes: items.map(() => ({ response: 'accept' })) }}
        inputOf={(entry) => ({
          params: { questionId },
          body: replyOf(question, entry),
          ...(etag === undefined ? {} : { ifMatch: etag }),
        })}
        submit={say('act.answer')}
      >
        {items.map((item, index) => (
          <QuoteFields key={item.itemId} item={item} index={index} />
        ))}
        {question.kind === 'information' && (
          <Form.Item name="response" label={say('field.response')}>
            <Radio.Group options={TOLD.map((value) => ({ value, label: say(`told.${value}`) }))} />
          </Form.Item>
        )}
        <WordsField
          name={['text']}
          label={say(question.kind === 'quote' ? 'field.remark' : 'field.text')}
          optional={question.kind === 'quote'}
        />
      </CommandForm>
    </Panel>
  );
};

interface QuoteFieldsProps {
  readonly item: QuoteItem;
  readonly index: number;
}

const QuoteFields = ({ item, index }: QuoteFieldsProps): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  const inShort = useItemInShort();
  const response = Form.useWatch(['quotes', index, 'response']) as (typeof RESPONSES)[number] | undefined;
  return (
    <section className="question-item" aria-label={inShort(item)}>
      <Form.Item name={['quotes', index, 'response']} label={inShort(item)}>
        <Radio.Group options={RESPONSES.map((value) => ({ value, label: say(`response.${value}`) }))} />
      </Form.Item>
      {response !== 'decline' && <CostsFields name={['quotes', index, 'costs']} />}
      {response !== undefined && response !== 'accept' && (
        <WordsField name={['quotes', index, 'reason']} label={say('field.reason')} />
      )}
    </section>
  );
};
