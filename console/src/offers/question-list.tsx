import type { ReactNode } from 'react';
import type * as z from 'zod';
import { QUESTION_KINDS } from '../../../shared/domain/question/question-kinds.ts';
import type { QuestionCardSchema } from '../../../shared/domain/question/question-listings.ts';
import type { QuestionSide } from '../../../shared/domain/question/question-state.ts';
import { QUESTION_STATUSES } from '../../../shared/domain/question/question-status.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { QUESTIONS } from './questions-words.ts';
import { useSidedFilters } from './use-sided-filters.tsx';

type Card = z.infer<typeof QuestionCardSchema>;

const SIDES: readonly QuestionSide[] = ['asker', 'asked'];

/** Questions for prices and information, asked by this city and of it. */
export const QuestionList = (): ReactNode => {
  const { say, read } = useSpeech(QUESTIONS);
  const may = useMay();
  const { filters, query } = useSidedFilters({ sides: SIDES, statuses: QUESTION_STATUSES, say, read });
  const pages = usePages(questionRoutes.listQuestions, { query });
  return (
    <Screen
      title={say('title')}
      actions={
        may(questionRoutes.askQuestion) && (
          <LinkButton to="/questions/new" primary>
            {say('new')}
          </LinkButton>
        )
      }
    >
      {filters}
      <EntryTable<Card>
        label={say('list.label')}
        pages={pages}
        rowKey={({ questionId }) => questionId}
        columns={[
          { title: say('column.question'), cell: (card) => <Subject card={card} /> },
          {
            title: say('column.route'),
            width: '14rem',
            cell: ({ asker, asked }) => say('route', { asker: read(cityName(asker)), asked: read(cityName(asked)) }),
          },
          { title: say('column.status'), width: '8rem', cell: (card) => <Status status={card.status} /> },
          {
            title: say('column.due'),
            width: '11rem',
            cell: ({ status: now, replyBy }) =>
              now === 'asked' ? <Countdown due={replyBy} /> : <Moment at={replyBy} />,
          },
        ]}
      />
    </Screen>
  );
};

const Subject = ({ card: { questionId, kind, text, exercise } }: { readonly card: Card }): ReactNode => {
  const { read } = useSpeech(QUESTIONS);
  return (
    <>
      <SubjectLink kind="question" id={questionId}>
        {text ?? read(QUESTION_KINDS[kind])}
      </SubjectLink>{' '}
      <ExerciseMark exercise={exercise} /> <ChangedMark id={questionId} />{' '}
      {text !== undefined && <span className="muted">{read(QUESTION_KINDS[kind])}</span>}
    </>
  );
};
