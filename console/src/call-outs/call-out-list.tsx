import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { CallOutCardSchema } from '../../../shared/domain/call-out/call-out-listings.ts';
import { CALL_OUT_STATUSES, type CallOutStatus } from '../../../shared/domain/call-out/call-out-state.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { choicesOf } from '../parts/choice.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { CALL_OUTS } from './call-outs-words.ts';

type Card = z.infer<typeof CallOutCardSchema>;

/** The call-outs of this city: those that are open unless others are asked for. */
export const CallOutList = (): ReactNode => {
  const { say, read } = useSpeech(CALL_OUTS);
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const columns = useColumns();
  const asked = search.get('status');
  const status = (Object.keys(CALL_OUT_STATUSES) as CallOutStatus[]).find((each) => each === asked);
  const callOuts = usePages(callOutRoutes.listCallOuts, { query: status === undefined ? {} : { status } });
  return (
    <Screen
      title={say('title')}
      actions={
        may(callOutRoutes.openCallOut) && (
          <LinkButton to="/call-outs/new" primary>
            {say('new')}
          </LinkButton>
        )
      }
    >
      <div className="filters">
        <LabelledChoice<string>
          label={say('filter.status')}
          options={choicesOf(CALL_OUT_STATUSES, read)}
          value={status}
          none={say('filter.all')}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { status: chosen })}
        />
      </div>
      <EntryTable label={say('list.label')} pages={callOuts} columns={columns} rowKey={({ callOutId }) => callOutId} />
    </Screen>
  );
};

const useColumns = (): readonly Column<Card>[] => {
  const { say, read } = useSpeech(CALL_OUTS);
  return [
    {
      title: say('column.question'),
      cell: ({ callOutId, question, exercise }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/call-outs/${callOutId}`}>{question}</Link>{' '}
          <ChangedMark id={callOutId} />
        </>
      ),
    },
    { title: say('column.incident'), width: '14rem', cell: ({ incident }) => incident.title },
    {
      title: say('column.status'),
      width: '9rem',
      cell: ({ status }) => <Tag tone={status === 'open' ? 'waiting' : 'plain'}>{read(CALL_OUT_STATUSES[status])}</Tag>,
    },
    {
      title: say('column.answers'),
      width: '10rem',
      cell: ({ invited, pending, opinions }) => `${invited} / ${pending} / ${opinions}`,
    },
    { title: say('column.reply-by'), width: '8rem', cell: ({ replyBy }) => <Moment at={replyBy} /> },
    { title: say('column.opinion-by'), width: '8rem', cell: ({ opinionBy }) => <Moment at={opinionBy} /> },
  ];
};
