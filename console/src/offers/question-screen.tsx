import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { QUESTION_KINDS } from '../../../shared/domain/question/question-kinds.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { QuestionView } from '../../../shared/http/views/question.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { ChangedMark, Status, Tag } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { AnswerQuestion } from './answer-question.tsx';
import { QuestionItems } from './question-items.tsx';
import { QUESTIONS } from './questions-words.ts';
import './offers.css';
import { ReasonedAct } from '../parts/reasoned-act.tsx';

/** One question: what is asked, and what was answered or is to be. */
export const QuestionScreen = (): ReactNode => {
  const { questionId = '' } = useParams();
  const question = useRead(questionRoutes.readQuestion, { params: { questionId } });
  return <Shown read={question}>{(view, etag) => <Loaded view={view} etag={etag} />}</Shown>;
};

interface LoadedProps {
  readonly view: QuestionView;
  readonly etag: string | undefined;
}

const Loaded = ({ view, etag }: LoadedProps): ReactNode => {
  const { say, read } = useSpeech(QUESTIONS);
  const may = useMay();
  const withdraw = useCommand(questionRoutes.withdrawQuestion);
  const { questionId, side, status, asker, asked, question, failures, reply } = view;
  const names = { asker: read(cityName(asker)), asked: read(cityName(asked)) };
  const isOpen = status === 'asked';
  return (
    <Screen
      title={say('screen.title', { ...names, kind: read(QUESTION_KINDS[question.kind]) })}
      exercise={question.exercise}
      actions={
        <>
          <ChangedMark id={questionId} />
          <Status status={status} />
          {side === 'asker' && may(questionRoutes.withdrawQuestion) && (
            <ReasonedAct
              danger
              act={say('act.withdraw')}
              offered={isOpen}
              command={withdraw}
              inputOf={(body) => ({
                params: { questionId },
                body,
                ...(etag === undefined ? {} : { ifMatch: etag }),
              })}
            />
          )}
        </>
      }
    >
      <MessageFailures failures={failures} />
      <Panel title={say('question')}>
        {question.text !== undefined && <p className="question-text">{question.text}</p>}
        <About view={view} />
      </Panel>
      {question.kind === 'quote' && (
        <Panel title={say('items')}>
          <QuestionItems items={question.items} quotes={reply?.kind === 'quote' ? reply.quotes : []} />
        </Panel>
      )}
      {reply && <Replied reply={reply} />}
      {isOpen && side === 'asked' && may(questionRoutes.answerQuestion) && <AnswerQuestion view={view} etag={etag} />}
    </Screen>
  );
};

const About = ({ view: { status, question, withdrawal } }: Pick<LoadedProps, 'view'>): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  const { about, askedAt, replyBy, agreementId } = question;
  const due = status === 'asked' ? <Countdown due={replyBy} /> : <Moment at={replyBy} />;
  return (
    <>
      {withdrawal && (
        <p>
          <Tag tone="bad">{say('fact.withdrawn', { reason: withdrawal.reason })}</Tag> <Moment at={withdrawal.at} />
        </p>
      )}
      <Facts
        facts={[
          [say('fact.due'), due],
          [say('fact.asked'), <Moment key="asked" at={askedAt} relative />],
          [
            say('fact.about'),
            about && (
              <SubjectLink kind={about.kind} id={about.id}>
                {say(`about.${about.kind}`)}
              </SubjectLink>
            ),
          ],
          [
            say('fact.agreement'),
            <SubjectLink key="agreement" kind="agreement" id={agreementId}>
              {say('see.agreement')}
            </SubjectLink>,
          ],
        ]}
      />
    </>
  );
};

const Replied = ({ reply }: { readonly reply: NonNullable<QuestionView['reply']> }): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  return (
    <Panel title={say('reply')}>
      {reply.kind === 'information' && reply.response === 'decline' && <Tag tone="bad">{say('told.decline')}</Tag>}
      {reply.text !== undefined && <p className="question-text">{reply.text}</p>}
      <p className="muted">
        {say('fact.answered')} <Moment at={reply.answeredAt} relative />
      </p>
    </Panel>
  );
};
